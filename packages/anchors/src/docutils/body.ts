import { lineAt, place, type BlockRule, type Body } from './block.ts';
import type { RstDocument } from './document.ts';
import { element, type Element } from './element.ts';
import { explicitMarkup } from './explicit-markup.ts';
import { readInline } from './inline.ts';
import { indentedAt, type Lines } from './lines.ts';
import { listItem } from './list-item.ts';
import { table } from './table.ts';
import { overlined, underlined } from './title.ts';

/** Deeper than any page that a person writes; docutils itself fails at a depth that depends on the interpreter. */
const DEEPEST = 40;

/** Reads blocks into `parent`. */
export function readBody(document: RstDocument, lines: Lines, parent: Element, depth = 0): void {
  if (depth > DEEPEST) return;
  const nested = (inner: Lines, into: Element): void => readBody(document, inner, into, depth + 1);
  const body: Body = { document, lines, parent, sections: depth === 0 ? [] : null, depth, nested };
  const { text } = lines;
  for (let at = 0; at < text.length;) at = text[at] === '' ? at + 1 : block(body, at);
}

/** What may begin a block that is no text, in docutils' order. Source: docutils 0.23, `states.Body.initial_transitions`. */
const RULES: readonly (readonly [first: RegExp, BlockRule])[] = [
  [/ /, blockQuote],
  [/[-+*•‣⁃\w(#:/]/, listItem],
  [/>/, doctest],
  [/\|/, lineBlock],
  [/[+=]/, table],
  [/[._]/, explicitMarkup],
  [/[!-/:-@[-`{-~]/, overlined],
];

function block(body: Body, at: number): number {
  const first = (body.lines.text[at] ?? '').charAt(0);
  for (const [begins, rule] of RULES) {
    const end = begins.test(first) ? rule(body, at) : -1;
    if (end >= 0) return end;
  }
  return textBlock(body, at);
}

function blockQuote(body: Body, at: number): number {
  const { lines, end } = indentedAt(body.lines, at);
  body.nested(lines, place(body, 'block', at));
  return end;
}

function doctest(body: Body, at: number): number {
  if (!/^>>>(?: |$)/.test(body.lines.text[at] ?? '')) return -1;
  place(body, 'block', at);
  return endOfText(body.lines.text, at);
}

const endOfText = (text: readonly string[], start: number): number => {
  let end = start;
  while (end < text.length && text[end] !== '') end++;
  return end;
};

function lineBlock(body: Body, at: number): number {
  const { text } = body.lines;
  const line = text[at] ?? '';
  if (!/^\|(?: |$)/.test(line)) return -1;
  const block = place(body, 'block', at);
  let end = at + 1;
  while (text[end]?.startsWith(' ') === true) end++;
  readInline(body.document, [line.slice(1), ...text.slice(at + 1, end)].join('\n').trim(), block);
  return end;
}

/** A paragraph, a title, a term with its definition: whatever is no other block. */
function textBlock(body: Body, at: number): number {
  const { text } = body.lines;
  const below = text[at + 1] ?? '';
  if (below.startsWith(' ')) return definition(body, at);
  const titled = below === '' ? -1 : underlined(body, at);
  return titled >= 0 ? titled : paragraph(body, at);
}

function definition(body: Body, at: number): number {
  const list = place(body, 'list', at);
  readInline(body.document, body.lines.text[at] ?? '', list);
  const { lines, end } = indentedAt(body.lines, at + 1);
  const inside = element('block', lineAt(body, at + 1));
  list.children.push(inside);
  body.nested(lines, inside);
  return end;
}

function paragraph(body: Body, at: number): number {
  const { text } = body.lines;
  let end = at + 1;
  while (end < text.length && text[end] !== '' && !text[end]?.startsWith(' ')) end++;
  const content = text.slice(at, end).join('\n');
  if (content !== '::') readInline(body.document, content, place(body, 'block', at));
  return endsWithLiteralMark(content) ? literalBlock(body, end) : end;
}

/** Whether text ends with `::` that no backslash voids. */
const endsWithLiteralMark = (content: string): boolean =>
  content.endsWith('::') && !/(?:^|[^\\])(?:\\\\)*\\::$/.test(content.slice(-40));

function literalBlock(body: Body, at: number): number {
  const { text } = body.lines;
  const { lines, end } = indentedAt(body.lines, at);
  let from = at;
  while (text[from] === '') from++;
  const quote = (text[from] ?? '').charAt(0);
  if (lines.text.some((line) => line !== '')) {
    place(body, 'block', at);
    return end;
  }
  if (!/[!-/:-@[-`{-~]/.test(quote)) return end;
  place(body, 'block', from);
  while (text[from]?.startsWith(quote) === true) from++;
  return from;
}
