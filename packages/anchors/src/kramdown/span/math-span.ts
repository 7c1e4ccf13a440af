import { strip } from '../characters.ts';
import { element } from '../element.ts';
import { addSpan, lineAt, type SpanReader } from './spans.ts';

const DOLLARS = /\$\$/g;

/** Reads `$$formula$$`. */
export const readMathSpan: SpanReader = (spans) => {
  const { source, pos } = spans;
  const close = source.text.startsWith('$$', pos) ? source.next(DOLLARS, pos + 2) : -1;
  if (close < 0) return false;
  addSpan(spans, element('math', lineAt(spans), { value: strip(source.text.slice(pos + 2, close)) }));
  spans.pos = close + 2;
  return true;
};
