import type { Span } from '@mxg/model';

/** An attribute with its places in the parsed text. */
export interface XmlAttribute {
  readonly name: string;
  /** Entities resolved, white space made spaces, as XML asks. */
  readonly value: string;
  /** From the first character of the name. */
  readonly start: number;
  /** The value as written, without its quotes. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** An element with its places in the parsed text. The closing tag of `<a/>` is empty: `closeStart` is `end`. */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlNode[];
  /** At `<`. */
  readonly start: number;
  /** Behind the `>` of the opening tag. */
  readonly openEnd: number;
  /** At the `<` of the closing tag. */
  readonly closeStart: number;
  /** Behind the element. */
  readonly end: number;
}

/** Text (entities resolved), CDATA, a comment or a processing instruction; the value without its delimiters. */
export interface XmlLeaf {
  readonly kind: 'text' | 'cdata' | 'comment' | 'instruction';
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export type XmlNode = XmlElement | XmlLeaf;

/** The value of an attribute, or null. */
export function attributeOf(element: XmlElement, name: string): string | null {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute.value;
  return null;
}

/** The child elements in order. */
export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((node): node is XmlElement => node.kind === 'element');
}

/** What stands between the tags. */
export const contentSpan = (element: XmlElement): Span => ({ start: element.openEnd, end: element.closeStart });

/** Whether a node is text of white space alone. */
export function isBlank(node: XmlNode): boolean {
  return node.kind === 'text' && !/[^ \t\r\n]/.test(node.value);
}
