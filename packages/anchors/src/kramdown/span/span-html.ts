import { addText, element, type Element } from '../element.ts';
import { isBlockElement, isKnown, isVoidElement, MARKDOWN_ATTRIBUTE, modelOf } from '../html-elements.ts';
import { TAG_NAME } from '../characters.ts';
import { DEEPEST } from '../page-state.ts';
import { matchAt } from '../source.ts';
import { endTagAt, tagAt, type Tag } from '../tag.ts';
import { addSpan, addSpanText, innermost, lineAt, type SpanReader, type Spans } from './spans.ts';

const START = new RegExp(`<(?:${TAG_NAME}|!--|/|!\\[CDATA\\[)`, 'uy');
const COMMENT_END = /-->/g;
const CDATA_END = /\]\]>/g;

/** Reads an HTML element with what is in it, a comment, or `<` as text. */
export const readSpanHtml: SpanReader = (spans) => {
  const { text } = spans.source;
  if (text.charAt(spans.pos) !== '<' || matchAt(START, text, spans.pos) === null) return false;
  if (readAside(spans)) return true;
  const tag = tagAt(text, spans.pos);
  if (tag !== null && !isBlockElement(tag.name)) readElement(spans, tag);
  else takeText(spans, tag?.end ?? endTagAt(text, spans.pos)?.end ?? spans.pos + 1);
  return true;
};

function readAside(spans: Spans): boolean {
  const { source, pos } = spans;
  const isComment = source.text.startsWith('<!--', pos);
  if (!isComment && !source.text.startsWith('<![CDATA[', pos)) return false;
  const from = pos + (isComment ? 4 : 9);
  const end = source.next(isComment ? COMMENT_END : CDATA_END, from);
  if (end < 0) return false;
  if (isComment) addSpan(spans, element('comment', lineAt(spans)));
  else addSpanText(spans, source.text.slice(from, end));
  spans.pos = end + 3;
  return true;
}

function readElement(spans: Spans, tag: Tag): void {
  const made = element('html', lineAt(spans), { value: tag.name });
  for (const [key, value] of tag.attributes) made.attributes.set(key, value.replace(/\n+/g, ' '));
  made.model = isParsed(spans, made) ? 'span' : 'raw';
  made.attributes.delete('markdown');
  addSpan(spans, made);
  spans.pos = tag.end;
  if (tag.closed || isVoidElement(tag.name) || spans.open.length > DEEPEST) return;
  const kinds = made.model === 'span' ? 'all' : 'html';
  if (spans.read(spans, made, { stop: (at) => isEnd(at, made.value), kinds }))
    spans.pos = endTagAt(spans.source.text, spans.pos)?.end ?? spans.pos;
  else {
    addText(made, spans.source.text.slice(spans.pos));
    spans.pos = spans.source.text.length;
  }
}

function isParsed(spans: Spans, made: Element): boolean {
  const asked = MARKDOWN_ATTRIBUTE.get(made.attributes.get('markdown') ?? '');
  const able = modelOf(made.value) !== 'raw' && made.value !== '';
  if (asked === 'span') return true;
  if (asked === 'default') return able;
  if (asked === 'raw' || !able || innermost(spans)?.model === 'raw') return false;
  return spans.page.options.parseSpanHtml;
}

function isEnd({ source, pos }: Spans, name: string): boolean {
  const end = endTagAt(source.text, pos)?.name;
  return end !== undefined && (isKnown(name) ? end.toLowerCase() === name : end === name);
}

function takeText(spans: Spans, end: number): void {
  addSpanText(spans, spans.source.text.slice(spans.pos, end));
  spans.pos = end;
}
