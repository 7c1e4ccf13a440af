import { linkName } from '../block/definitions.ts';
import { applyList } from '../attribute-list.ts';
import { element, type Element } from '../element.ts';
import { DEEPEST } from '../page-state.ts';
import { matchAt } from '../source.ts';
import { addSpan, addSpanText, goBack, lineAt, type SpanReader, type Spans } from './spans.ts';

const START = /!?\[(?=[^^])/y;
const REFERENCE = /[ \t\r\n\f\v]*\[([^\]]+)?\]/y;
const ESCAPED = /\\([\\.*_+`<>()[\]{}#!:|"'$=-])/g;
const PARENTHESIS = /\(|\)|[ \t\r\n\f\v](?=['"])/g;
const TITLE = /[ \t\r\n\f\v]*(["'])/y;
const TITLE_ENDS: ReadonlyMap<string, RegExp> = new Map([
  ['"', /"(?=[ \t\r\n\f\v]*\))/g],
  ["'", /'(?=[ \t\r\n\f\v]*\))/g],
]);

/** Reads `[text](url)`, `[text][name]`, `[name]` and images, else the bracket as text. */
export const readLink: SpanReader = (spans) => {
  const opening = matchAt(START, spans.source.text, spans.pos)?.[0];
  if (opening === undefined) return false;
  const start = spans.pos;
  const line = lineAt(spans);
  spans.pos += opening.length;
  const made = mayOpen(spans, opening) ? readLinked(spans, element(opening === '[' ? 'a' : 'img', line)) : null;
  if (made === null) {
    goBack(spans, start + opening.length);
    addSpanText(spans, opening);
  } else addSpan(spans, made);
  return true;
};

/** Links stand in no link or image, and nothing stands where too much was read in vain. */
function mayOpen({ open, budget }: Spans, opening: string): boolean {
  if (budget.left <= 0 || open.length > DEEPEST) return false;
  return opening !== '[' || !open.some(({ kind }) => kind === 'a' || kind === 'img');
}

function readLinked(spans: Spans, made: Element): Element | null {
  const { text } = spans.source;
  const start = spans.pos;
  if (!spans.read(spans, made, { stop: bracketCounter() })) return null;
  const inner = text.slice(start, spans.pos).replace(ESCAPED, '$1');
  spans.pos += 1;
  const linked = isReferred(spans, made, inner) || isDestined(spans);
  if (!linked) return null;
  if (made.kind === 'img') made.children.length = 0;
  return made;
}

/** Stops at the bracket that closes the first one. Images have taken their closing brackets already. */
function bracketCounter(): (spans: Spans, into: Element) => boolean {
  let [depth, images, seen] = [1, 0, 0];
  return ({ source: { text }, pos }, into) => {
    for (; seen < into.children.length; seen += 1) if (into.children[seen]?.kind === 'img') images += 1;
    const closes = text.charAt(pos) === ']';
    if (!closes && text.charAt(pos) !== '[' && !text.startsWith('![', pos)) return false;
    depth += closes ? -1 : 1;
    return depth === images;
  };
}

/** Whether a definition is referred to, by the name in brackets behind the text or by the text; gives the link its attributes. */
function isReferred(spans: Spans, made: Element, inner: string): boolean {
  const { text } = spans.source;
  const reference = matchAt(REFERENCE, text, spans.pos);
  if (reference === null && text.charAt(spans.pos) === '(') return false;
  const definition = spans.page.links.get(linkName(reference?.[1] ?? inner));
  if (definition === undefined) return false;
  if (definition.ial !== null) applyList(made.attributes, definition.ial, spans.page.lists);
  made.ial = definition.ial;
  spans.pos += reference?.[0].length ?? 0;
  return true;
}

/** Whether a URL in parentheses follows, perhaps with a title; passes that. */
function isDestined(spans: Spans): boolean {
  const { source } = spans;
  if (source.text.charAt(spans.pos) !== '(' || matchAt(REFERENCE, source.text, spans.pos) !== null) return false;
  const angled = source.text.startsWith('(<', spans.pos) ? endOfAngled(spans) : -1;
  if (angled >= 0) {
    spans.pos = angled;
    if (source.text.charAt(angled) === ')') {
      spans.pos += 1;
      return true;
    }
  } else if (passParentheses(spans)) return true;
  return passTitle(spans);
}

const ANGLE_END = /[>\n]/g;

function endOfAngled({ source, pos }: Spans): number {
  const end = source.next(ANGLE_END, pos + 2);
  return source.text.charAt(end) === '>' ? end + 1 : -1;
}

/** Passes balanced parentheses up to the last one, or up to white space before a quotation mark. Whether they were closed. */
function passParentheses(spans: Spans): boolean {
  const { text } = spans.source;
  let depth = 0;
  for (;;) {
    PARENTHESIS.lastIndex = spans.pos;
    const found = PARENTHESIS.exec(text);
    if (found === null) return false;
    spans.pos = found.index + 1;
    if (found[0] === '(') depth += 1;
    else if (found[0] === ')') depth -= 1;
    else return false;
    if (depth === 0) return true;
  }
}

function passTitle(spans: Spans): boolean {
  const { source } = spans;
  const opening = matchAt(TITLE, source.text, spans.pos);
  const ends = TITLE_ENDS.get(opening?.[1] ?? '');
  if (opening === null || ends === undefined) return false;
  const end = source.next(ends, spans.pos + opening[0].length + 1);
  if (end < 0) return false;
  spans.pos = source.text.indexOf(')', end) + 1;
  return true;
}
