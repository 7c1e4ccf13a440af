/** How what stands between two equal lines is read. */
export type DelimitedKind = 'blocks' | 'verbatim' | 'html' | 'comment' | 'table';

const rows: readonly (readonly [line: RegExp, DelimitedKind])[] = [
  [/^(?:={4,}|\*{4,}|_{4,}|--)$/, 'blocks'],
  [/^(?:-{4,}|\.{4,}|`{3}.*)$/, 'verbatim'],
  [/^\+{4,}$/, 'html'],
  [/^\/{4,}$/, 'comment'],
  [/^[|,:!]={3,}$/, 'table'],
];

/** What a line opens, and the line that closes it; null for a line that opens nothing. Source: Asciidoctor 2.0, `DELIMITED_BLOCKS`. */
export function delimitedAt(line: string): { readonly kind: DelimitedKind; readonly close: string } | null {
  if (!/^[-=*_.`+/|,:!]{2}/.test(line)) return null;
  const kind = rows.find(([pattern]) => pattern.test(line))?.[1];
  return kind === undefined ? null : { kind, close: line.startsWith('```') ? '```' : line };
}

/** Styles that make something else of a delimited block or a paragraph. */
const STYLES: Readonly<Record<string, DelimitedKind>> = {
  source: 'verbatim',
  listing: 'verbatim',
  literal: 'verbatim',
  verse: 'verbatim',
  stem: 'verbatim',
  latexmath: 'verbatim',
  asciimath: 'verbatim',
  pass: 'html',
  comment: 'comment',
};

/** What a style makes of a block; null where it changes nothing. */
export const kindOfStyle = (style: string): DelimitedKind | null => STYLES[style] ?? null;
