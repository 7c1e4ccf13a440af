import type { Cell, MxFile } from '@mxg/model';
import { nameOf, type Cells } from '../scene/cells.ts';
import type { Link, PageName } from '../stage-graph.ts';
import { readAction, readHref } from './href.ts';

/** What a link wants to know of the cell that it stands on. */
export interface LinkedCell {
  /** The stage or milestone that it belongs to. */
  readonly owner: string | null;
  /** As people read it. */
  readonly name: string;
}

/** Every link of a page: of cells, of `<a href>` in their labels, and of what their custom actions open; in document order. */
export function readLinks(file: MxFile, cells: Cells, about: (cell: Cell) => LinkedCell): readonly Link[] {
  const pages = new Map(file.pages.flatMap((page) => (page.id === null ? [] : [[page.id, pageName(page)] as const])));
  return cells.all.flatMap((cell) => {
    const { anchors } = cells.labelOf(cell);
    if (cell.link === null && anchors.length === 0) return [];
    const { owner, name } = about(cell);
    const link = (href: string, at: Link['at'], text: string): Link => {
      const target = readHref(href);
      const page = target.kind === 'diagram-page' ? (pages.get(target.path ?? '') ?? null) : null;
      const hidden = cells.isHidden(cell);
      const missing = (readAction(href)?.cells ?? []).filter((id) => cells.byId(id) === undefined);
      return { cell: nameOf(cell), index: cell.index, at, owner, label: text, href, ...target, page, missing, hidden };
    };
    const withActions = (href: string, at: Link['at'], text: string): Link[] => {
      const own = link(href, at, text);
      return [own, ...(readAction(href)?.opens ?? []).flatMap((opened) => withActions(opened, 'action', text))];
    };
    return [
      ...(cell.link === null || cell.link === '' ? [] : withActions(cell.link, 'cell', name)),
      ...anchors.flatMap(({ href, text }) => withActions(href, 'label', text)),
    ];
  });
}

export const pageName = ({ index, id, name }: PageName): PageName => ({ index, id, name });
