import type { Cell, MxFile } from '@mxg/model';
import { nameOf, type Cells } from '../scene/cells.ts';
import type { Link, PageName } from '../stage-graph.ts';
import { openedBy, readHref } from './href.ts';

/** Every link of a page: of cells, of `<a href>` in their labels, and of what their custom actions open; in document order. */
export function readLinks(file: MxFile, cells: Cells, ownerOf: (cell: Cell) => string | null): readonly Link[] {
  const pages = new Map(file.pages.flatMap((page) => (page.id === null ? [] : [[page.id, pageName(page)] as const])));
  return cells.all.flatMap((cell) => {
    const label = cells.labelOf(cell);
    const link = (href: string, at: Link['at'], text: string): Link => {
      const target = readHref(href);
      const page = target.kind === 'diagram-page' ? (pages.get(target.path ?? '') ?? null) : null;
      return {
        cell: nameOf(cell),
        at,
        owner: ownerOf(cell),
        label: text,
        href,
        ...target,
        page,
        hidden: cells.isHidden(cell),
      };
    };
    const withActions = (href: string, at: Link['at'], text: string): Link[] => {
      const own = link(href, at, text);
      return own.kind === 'action' ? [own, ...openedBy(href).map((opened) => link(opened, 'action', text))] : [own];
    };
    return [
      ...(cell.link === null || cell.link === '' ? [] : withActions(cell.link, 'cell', label.text)),
      ...label.anchors.flatMap(({ href, text }) => withActions(href, 'label', text)),
    ];
  });
}

export const pageName = ({ index, id, name }: PageName): PageName => ({ index, id, name });
