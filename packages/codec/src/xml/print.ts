import type { XmlElement, XmlNode } from './tree.ts';
import { isBlank } from './tree.ts';

/** How XML is laid out: `compact` without white space between elements, as draw.io stores it; `indented` to be read. */
export type XmlLayout = 'compact' | 'indented';

/**
 * Writes an element of a parsed text again. Tags, attributes and texts are taken as written; only white space between
 * elements changes, and an element without content becomes `<a/>`.
 * @param depth how deep the element lies, for the indentation
 */
export function printXml(source: string, element: XmlElement, layout: XmlLayout, depth = 0): string {
  const pieces: string[] = [];
  print(source, element, layout, depth, pieces);
  return pieces.join('');
}

/** The indentation of a line at a depth. */
export const indentation = (depth: number): string => `\n${'  '.repeat(depth)}`;

function print(source: string, element: XmlElement, layout: XmlLayout, depth: number, pieces: string[]): void {
  const children = element.children.filter((child) => !isBlank(child));
  const opening = source.slice(element.start, element.openEnd);
  if (children.length === 0) {
    const bare = opening.slice(0, opening.endsWith('/>') ? -2 : -1).trimEnd();
    pieces.push(`${bare}/>`);
    return;
  }
  pieces.push(opening);
  const spread = layout === 'indented' && !children.some(isText);
  for (const child of children) {
    if (spread) pieces.push(indentation(depth + 1));
    if (child.kind === 'element') print(source, child, layout, depth + 1, pieces);
    else pieces.push(source.slice(child.start, child.end));
  }
  if (spread) pieces.push(indentation(depth));
  pieces.push(source.slice(element.closeStart, element.end));
}

/** Text must keep the white space around it. */
const isText = (node: XmlNode): boolean => node.kind === 'text' || node.kind === 'cdata';
