import { isSpace } from '../characters.ts';
import { element, type Element } from '../element.ts';
import { addSpan, addSpanText, goBack, innermost, lineAt, type SpanReader, type Spans } from './spans.ts';

const LETTER = /\p{Alphabetic}/u;
const LETTER_OR_DIGIT = /[\p{Alphabetic}\p{Nd}]/u;

/** Reads `*em*`, `_em_`, `**strong**` or `__strong__`, else its mark as text. */
export const readEmphasis: SpanReader = (spans) => {
  const { text } = spans.source;
  const start = spans.pos;
  const mark = text.charAt(start);
  if (mark !== '*' && mark !== '_') return false;
  const marks = text.charAt(start + 1) === mark ? mark + mark : mark;
  const found = mayOpen(spans, marks) ? tryEmphasis(spans, marks) : null;
  if (found === null) {
    spans.pos = start + marks.length;
    addSpanText(spans, marks);
  } else addSpan(spans, found);
  return true;
};

function mayOpen(spans: Spans, marks: string): boolean {
  const { text } = spans.source;
  const after = spans.pos + marks.length;
  if (isSpace(text.charCodeAt(after)) || spans.budget.left <= 0) return false;
  const kind = kindOf(marks);
  if (spans.open.some((each) => each.kind === kind)) return false;
  return marks.startsWith('*') || !isWithinWord(text, spans.pos);
}

/** Whether letters stand before the marks, perhaps with other underscores or a dash between. */
function isWithinWord(text: string, pos: number): boolean {
  let before = pos - 1;
  while (text.charAt(before) === '_' && pos - before < FARTHEST) before -= 1;
  if (text.charAt(before) === '-') before -= 1;
  return LETTER.test(characterBefore(text, before + 1));
}

/** So many underscores in a row are looked at. */
const FARTHEST = 1000;

function tryEmphasis(spans: Spans, marks: string): Element | null {
  const start = spans.pos;
  const mark = marks.charAt(0);
  if (spans.source.text.indexOf(mark, start + marks.length) < 0) return null;
  const found = readBetween(spans, marks);
  if (found !== null || marks.length === 1 || innermost(spans)?.kind === 'em') return found;
  spans.pos = start;
  return readBetween(spans, mark);
}

/** The element between these marks and the next ones that may close it; null, and reading where it stood, for none. */
function readBetween(spans: Spans, marks: string): Element | null {
  const start = spans.pos;
  const made = element(kindOf(marks), lineAt(spans));
  spans.pos = start + marks.length;
  if (!spans.read(spans, made, { stop: (at, into) => mayClose(at, into, marks) })) {
    goBack(spans, start);
    return null;
  }
  spans.pos += marks.length;
  return made;
}

function mayClose({ source: { text }, pos }: Spans, into: Element, marks: string): boolean {
  if (!text.startsWith(marks, pos) || into.children.length === 0 || isSpace(text.charCodeAt(pos - 1))) return false;
  const mark = marks.charAt(0);
  const after = pos + marks.length;
  if (marks.length === 1 && text.charAt(after) === mark && text.charAt(after + 1) !== mark) return false;
  return mark !== '_' || !LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(after) ?? 0));
}

function kindOf(marks: string): 'em' | 'strong' {
  return marks.length === 2 ? 'strong' : 'em';
}

function characterBefore(text: string, pos: number): string {
  const last = text.charCodeAt(pos - 1);
  return last >= 0xdc00 && last <= 0xdfff ? text.slice(Math.max(0, pos - 2), pos) : text.charAt(pos - 1);
}
