import { trimmedEdit, type TextEdit } from '@mxg/model';
import { escapeXmlAttribute, xmlAttribute } from '../coding/escapes.ts';
import { defaultLimits } from '../limits.ts';
import type { XmlElement } from './tree.ts';

/**
 * Sets an attribute: only what differs of its value is written; a missing one goes behind the last, or behind `after` when the
 * element has that. Value null removes it with the white space before it. No edit when nothing changes.
 */
export function setAttribute(
  text: string,
  element: XmlElement,
  name: string,
  value: string | null,
  after?: string,
): TextEdit[] {
  const attribute = element.attributes.find((candidate) => candidate.name === name);
  if (attribute === undefined) return value === null ? [] : [insertAttribute(text, element, name, value, after)];
  if (value === attribute.value) return [];
  if (value === null)
    return [{ span: { start: gapBefore(text, attribute.start), end: attribute.valueEnd + 1 }, text: '' }];
  const written = text.slice(attribute.valueStart, attribute.valueEnd);
  return valueEdit(written, attribute.value, value, attribute.valueStart);
}

/** Removes an element, and the line it stands on when there is nothing else on it. */
export function removeElement(text: string, element: XmlElement): TextEdit {
  const start = gapBefore(text, element.start);
  const alone =
    text.slice(start, element.start).includes('\n') &&
    /^[ \t]*(?:\r?\n|<)/.test(text.slice(element.end, element.end + 80));
  return { span: { start: alone ? start : element.start, end: element.end }, text: '' };
}

/** Puts XML behind the children of an element; `<a/>` is opened for it. */
export function insertChild(text: string, element: XmlElement, xml: string): TextEdit[] {
  if (element.closeStart < element.end)
    return [{ span: { start: element.closeStart, end: element.closeStart }, text: xml }];
  const slash = text.lastIndexOf('/', element.end);
  return [{ span: { start: slash, end: element.end }, text: `>${xml}</${element.name}>` }];
}

/** The edit within a written value that makes it say `after` where it says `before`; the untouched rest keeps its escapes. */
function valueEdit(written: string, before: string, after: string, offset: number): TextEdit[] {
  const edit = trimmedEdit(before, after, 0);
  const decoded = xmlAttribute(written, defaultLimits);
  if (edit === null || !decoded.ok || decoded.value.locate === null) return [];
  const [start = 0, end = 0] = decoded.value.locate([edit.span.start, edit.span.end]);
  return [{ span: { start: offset + start, end: offset + end }, text: decoded.value.encode(edit.text) }];
}

function insertAttribute(
  text: string,
  element: XmlElement,
  name: string,
  value: string,
  after: string | undefined,
): TextEdit {
  const anchor = element.attributes.find((candidate) => candidate.name === after) ?? element.attributes.at(-1);
  const at = anchor === undefined ? element.start + 1 + element.name.length : anchor.valueEnd + 1;
  return { span: { start: at, end: at }, text: ` ${name}="${escapeXmlAttribute(value, text)}"` };
}

/** Where the white space before an offset begins. */
export function gapBefore(text: string, at: number): number {
  let start = at;
  while (start > 0 && /\s/.test(text.charAt(start - 1))) start--;
  return start;
}
