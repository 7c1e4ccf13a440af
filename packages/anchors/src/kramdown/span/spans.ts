import { addText, type Element } from '../element.ts';
import type { PageState } from '../page-state.ts';
import { Source } from '../source.ts';

/** Spans that are being read from a text. */
export interface Spans {
  readonly page: PageState;
  readonly source: Source;
  /** Offset of what is read next. */
  pos: number;
  /** Elements being read, the innermost last. */
  readonly open: Element[];
  /** Code units that may still be read in vain; at 0 whatever could open a span is text. */
  readonly budget: { left: number };
  /** Reads spans into an element until `stop` says so; false, and everything read, when it never does. */
  readonly read: (spans: Spans, into: Element, options?: ReadOptions) => boolean;
}

/** How far spans are read, and which. */
export interface ReadOptions {
  /** Called where a span may begin or end; true where reading shall stop. */
  readonly stop?: (spans: Spans, into: Element) => boolean;
  /** Default: `all`. */
  readonly kinds?: SpanKinds;
}

/** Which spans are read: all; HTML; code; or both of these. */
export type SpanKinds = 'all' | 'html' | 'code' | 'code-and-html';

/** Reads a span, or adds text, where one of its kind may stand. False, and nothing read, where that is not so. */
export type SpanReader = (spans: Spans) => boolean;

/** kramdown takes up to exponential time where spans are opened over and over and never closed; real text reads little in vain. */
const READ_IN_VAIN = { perUnit: 50, atLeast: 20_000 };

/** The beginning of reading a text's spans. `line`: the page's line at which it begins. */
export function spansOf(
  page: PageState,
  text: string,
  { line, read }: { readonly line: number; readonly read: Spans['read'] },
): Spans {
  const left = text.length * READ_IN_VAIN.perUnit + READ_IN_VAIN.atLeast;
  return { page, source: new Source(text, line), pos: 0, open: [], budget: { left }, read };
}

/** The innermost element that is being read. */
export function innermost({ open }: Spans): Element | undefined {
  return open.at(-1);
}

/** Adds text to the innermost element. */
export function addSpanText(spans: Spans, text: string): void {
  const tree = innermost(spans);
  if (tree !== undefined) addText(tree, text);
}

/** Adds an element to the innermost one. */
export function addSpan(spans: Spans, span: Element): void {
  innermost(spans)?.children.push(span);
}

/** The page's line at which reading stands. */
export function lineAt({ source, pos }: Spans): number {
  return source.lineAt(pos);
}

/** Goes back to where a span seemed to open, and pays for the way. */
export function goBack(spans: Spans, pos: number): void {
  spans.budget.left -= Math.abs(spans.pos - pos) + 16;
  spans.pos = pos;
}
