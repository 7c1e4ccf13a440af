import type { AttributeList } from './attribute-list.ts';

/** What kramdown calls an element; `raw-text` is text whose spans have not been read yet. */
export type Kind =
  | 'root'
  | 'blank'
  | 'eob'
  | 'p'
  | 'header'
  | 'hr'
  | 'blockquote'
  | 'codeblock'
  | 'ul'
  | 'ol'
  | 'li'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'table'
  | 'tr'
  | 'td'
  | 'math'
  | 'html'
  | 'comment'
  | 'raw'
  | 'raw-text'
  | 'text'
  | 'a'
  | 'img'
  | 'em'
  | 'strong'
  | 'codespan'
  | 'entity'
  | 'symbol'
  | 'quote'
  | 'br'
  | 'footnote'
  | 'abbreviation';

/** A node of the page's tree. It is built up while the page is read, and only read afterwards. */
export interface Element {
  readonly kind: Kind;
  /** Text of what is text or shown as text; name of an HTML element or footnote; of an `eob`, what ended the block. */
  value: string;
  /** In the page, from 1. */
  readonly line: number;
  readonly children: Element[];
  readonly attributes: Map<string, string>;
  /** The attribute lists that stood beside it, not yet applied. */
  ial: AttributeList | null;
  /** Of a header, 1 to 6, without the option `header_offset`. */
  readonly level: number;
  /** Of a header or definition term: what its id is made of. */
  idSource: string;
  /** Of an HTML element: how its content is read. */
  model: Model;
  /** A paragraph that gets no tag of its own, as in tight lists. */
  bare: boolean;
}

/** How the content of an HTML element is read. */
export type Model = 'raw' | 'block' | 'span';

const NONE: { readonly value: string; readonly level: number } = { value: '', level: 0 };

/** A new element without children. */
export function element(kind: Kind, line: number, { value = '', level = 0 }: Partial<typeof NONE> = NONE): Element {
  return {
    kind,
    value,
    line,
    level,
    children: [],
    attributes: new Map(),
    ial: null,
    idSource: '',
    model: 'span',
    bare: false,
  };
}

/** Adds text to the last child where that is of the same kind, else as a new child. */
export function addText(
  tree: Element,
  text: string,
  kind: 'text' | 'raw-text' | 'raw' = 'text',
  line: number = tree.line,
): void {
  const last = tree.children.at(-1);
  if (last?.kind === kind) last.value += text;
  else if (text !== '') tree.children.push(element(kind, line, { value: text }));
}
