import { LIST_NAME } from '../characters.ts';
import { element } from '../element.ts';
import { matchAt } from '../source.ts';
import { addSpan, addSpanText, lineAt, type SpanReader } from './spans.ts';

const MARKER = new RegExp(`\\[\\^(${LIST_NAME})\\]`, 'y');

/** Reads `[^name]`, which is text when there is no such footnote. */
export const readFootnoteMarker: SpanReader = (spans) => {
  if (spans.source.text.charAt(spans.pos) !== '[') return false;
  const found = matchAt(MARKER, spans.source.text, spans.pos);
  if (found === null) return false;
  const [written, name = ''] = found;
  if (spans.page.footnotes.has(name)) addSpan(spans, element('footnote', lineAt(spans), { value: name }));
  else addSpanText(spans, written);
  spans.pos += written.length;
  return true;
};
