import { element } from '../element.ts';
import { matchAt } from '../source.ts';
import { addSpan, addSpanText, lineAt, spansOf, type SpanReader } from './spans.ts';

/** Symbols, in the order in which they are tried: as written, as a header's id has it, and as it is shown. */
const SYMBOLS: readonly (readonly [written: string, inId: string, shown: string])[] = [
  ['---', '—', '—'],
  ['--', '–', '–'],
  ['...', '…', '…'],
  ['\\<<', '<<', '<<'],
  ['\\>>', '>>', '>>'],
  ['<< ', '« ', '«\u00a0'],
  [' >>', ' »', '\u00a0»'],
  ['<<', '«', '«'],
  ['>>', '»', '»'],
];

const LINE_BREAK = /(?: {2}|\\\\)(?=\n)/y;
const ESCAPE = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/y;
const ESCAPE_GFM = /\\([\\.*_+`<>()[\]{}#!:|"'$=~-])/y;

/** Reads dashes, dots and angle quotes: `--`, `...`, `<<`. */
export const readSymbol: SpanReader = (spans) => {
  if (spans.page.options.input === 'gfm' && !spans.page.options.typographicSymbols) return false;
  const row = SYMBOLS.find(([written]) => spans.source.text.startsWith(written, spans.pos));
  if (row === undefined) return false;
  const [written, inId, shown] = row;
  const made = element(written.startsWith('\\') ? 'entity' : 'symbol', lineAt(spans), { value: shown });
  made.idSource = inId;
  addSpan(spans, made);
  spans.pos += written.length;
  return true;
};

/** Reads two spaces or backslashes at a line's end. */
export const readLineBreak: SpanReader = (spans) => {
  const { input, hardWrap } = spans.page.options;
  if (input === 'gfm' && hardWrap) return false;
  const found = matchAt(LINE_BREAK, spans.source.text, spans.pos);
  if (found === null) return false;
  addSpan(spans, element('br', lineAt(spans)));
  spans.pos += found[0].length;
  return true;
};

/** Reads a backslash and what it makes text. */
export const readEscape: SpanReader = (spans) => {
  if (spans.source.text.charAt(spans.pos) !== '\\') return false;
  const found = matchAt(spans.page.options.input === 'gfm' ? ESCAPE_GFM : ESCAPE, spans.source.text, spans.pos);
  if (found === null) return false;
  addSpanText(spans, found[1] ?? '');
  spans.pos += 2;
  return true;
};

const STRIKE_OPEN = /~~(?![ \t\r\n\f\v~])/y;
const STRIKE_CLOSE = /[^ \t\r\n\f\v~]~~/g;

/** GFM: reads `~~text~~`; its spans are read on their own. */
export const readStrikethrough: SpanReader = (spans) => {
  const { page, source, pos } = spans;
  if (page.options.input !== 'gfm' || matchAt(STRIKE_OPEN, source.text, pos) === null) return false;
  const close = source.next(STRIKE_CLOSE, pos + 2);
  if (close < 0 || spans.budget.left <= 0) return false;
  const made = element('html', lineAt(spans), { value: 'del' });
  const inner = spansOf(page, source.text.slice(pos + 2, close + 1), { line: made.line, read: spans.read });
  addSpan(spans, made);
  spans.read(inner, made);
  spans.budget.left -= close - pos;
  spans.pos = close + 3;
  return true;
};
