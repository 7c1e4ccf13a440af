import { isSpace } from '../characters.ts';
import { element } from '../element.ts';
import { matchAt } from '../source.ts';
import { addSpan, addSpanText, lineAt, type SpanReader } from './spans.ts';

const MARKS = /`+/y;
/** Longer runs of marks are text. */
const LONGEST = 100;

/** Reads `` `code` `` between runs of marks of equal length, else the marks as text. */
export const readCodeSpan: SpanReader = (spans) => {
  const { source, pos } = spans;
  const { text } = source;
  const marks = matchAt(MARKS, text, pos)?.[0];
  if (marks === undefined) return false;
  const from = pos + marks.length;
  const apart =
    marks.length === 1 && (pos === 0 || isSpace(text.charCodeAt(pos - 1))) && isSpace(text.charCodeAt(from));
  const close = apart || marks.length > LONGEST ? -1 : source.next(closing(marks.length), from);
  if (close < 0) {
    spans.pos = from;
    addSpanText(spans, marks);
    return true;
  }
  addSpan(spans, element('codespan', lineAt(spans), { value: content(text.slice(from, close), marks) }));
  spans.pos = close + marks.length;
  return true;
};

/** One space goes at either end, unless the marks are single. */
function content(text: string, marks: string): string {
  return marks.length === 1 ? text : text.replace(/^ /, '').replace(/ $/, '');
}

const CLOSING = Array.from({ length: LONGEST + 1 }, (_, length) => new RegExp('`'.repeat(length), 'g'));

function closing(length: number): RegExp {
  return CLOSING[length] ?? /`/g;
}
