import type { SourceLine } from './source.ts';

/** A cell of a table. */
export interface TableCell {
  readonly lines: readonly SourceLine[];
  /** Whether its content is blocks, not text. */
  readonly isAsciiDoc: boolean;
}

/** What may stand before a cell's mark: how often it is repeated or over how many cells it goes, how it is aligned, its style. */
const SPECIFIER = /(?:^|[ \t])(?:\d+(?:\.\d+)?|(?:\d+)?\.\d+)?[*+]?(?:[<^>](?:\.[<^>])?|(?:[<^>])?\.[<^>])?([a-z])?$/;

/** The cells between a table's two lines; `delimiter` tells its mark. Those of other marks are read as one text. */
export function tableCells(lines: readonly SourceLine[], delimiter: string): readonly TableCell[] {
  const mark = delimiter.charAt(0);
  if (mark !== '|' && mark !== '!') return [{ lines, isAsciiDoc: false }];
  const cells: { lines: SourceLine[]; isAsciiDoc: boolean }[] = [];
  for (const { text, line } of lines) {
    const parts = text.includes(mark) ? partsOf(text, mark) : [text];
    parts.forEach((part, at) => {
      const spec = at < parts.length - 1 ? SPECIFIER.exec(part.slice(-20)) : null;
      const shown = spec === null ? part : part.slice(0, part.length - spec[0].length);
      const style = at === 0 ? null : SPECIFIER.exec((parts[at - 1] ?? '').slice(-20));
      if (at > 0) cells.push({ lines: [], isAsciiDoc: style?.[1] === 'a' });
      cells.at(-1)?.lines.push({ text: shown.trim(), line });
    });
  }
  return cells;
}

/** Splits at marks that no backslash voids. */
function partsOf(text: string, mark: string): readonly string[] {
  return text.split(mark === '|' ? /(?<!\\)\|/ : /(?<!\\)!/);
}
