import type { Model } from '@mxg/model';
import { ESCAPED_BYTE } from '../bytes.ts';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { TakeFrom } from '../pages.ts';
import type { Report } from '../report.ts';
import { childElements, type XmlElement } from '../xml/tree.ts';
import { CellReader } from './cells.ts';
import { Notes } from './notes.ts';
import { readSettings, SETTINGS } from './settings.ts';

/** Reads models. Cells are read and let go while their text is parsed: the tree of a large page would cost more than its model. */
export class ModelReader {
  readonly #report: Report;
  /** By `<root>`. */
  readonly #readers = new Map<XmlElement, CellReader>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Takes the cells of each text that is parsed. */
  readonly takeFrom: TakeFrom = (text) => (element, around) => {
    const root = around.at(-1);
    if (root?.name !== 'root' || around.at(-2)?.name !== 'mxGraphModel') return false;
    this.#readerOf(text, root).read(element);
    return true;
  };

  /** The model of an `<mxGraphModel>` in `text`, its cells taken. `page` is how the page is called in diagnostics. */
  read(text: NestedText, element: XmlElement, page: string | null): Model | null {
    const root = childElements(element).find(({ name }) => name === 'root');
    if (root === undefined) return this.#report.fail(text, messages.noModel(element.start));
    const reader = this.#readerOf(text, root);
    const { cells } = this.#report.limits;
    if (reader.beyond !== null) return this.#report.fail(text, messages.limitMet('cells', cells, reader.beyond));
    const notes = new Notes(text);
    const escaped = escapedByteAt(text.text, element);
    if (escaped >= 0) notes.warn(messages.notUtf8(), { start: escaped, end: escaped + 1 });
    const settings = readSettings(element, notes);
    notes.report(page, this.#report);
    return {
      settings,
      unknownAttributes: element.attributes
        .filter(({ name }) => !SETTINGS.has(name))
        .map(({ name, value }) => ({ name, value })),
      cells: reader.cells(page, this.#report),
    };
  }

  #readerOf(text: NestedText, root: XmlElement): CellReader {
    let reader = this.#readers.get(root);
    if (reader === undefined) this.#readers.set(root, (reader = new CellReader(text, this.#report.limits.cells)));
    return reader;
  }
}

/** Where the first byte that was no UTF-8 stands in an element; -1 for none, which is told without a look at each character. */
function escapedByteAt(text: string, { start, end }: XmlElement): number {
  const inside = text.slice(start, end);
  const at = inside.isWellFormed() ? -1 : inside.search(ESCAPED_BYTE);
  return at < 0 ? -1 : start + at;
}
