import { titleAnchor, type BlockAttributes } from './block-attributes.ts';
import { addId, noteId, titleOf, type AdocDocument } from './document.ts';
import { idsInHtml } from '../html/ids.ts';
import { sectionId } from './section-id.ts';
import type { Source } from './source.ts';

/** The line, or the two lines, of a section's title. */
export interface SectionLine {
  readonly title: string;
  /** 1 for `=`. */
  readonly level: number;
  readonly line: number;
  /** How many lines it takes. */
  readonly lines: number;
}

const MARKED = /^(={1,6}|#{1,6})[ \t]+([^ \t].*)$/;

const UNDERLINE = /^([=~^+-])\1+$/;

/** Marks of underlines, by level. */
const LEVELS = '=-~^+';

/** The section that begins at the next line; null for none. */
export function sectionAt(source: Source): SectionLine | null {
  const next = source.peek();
  if (next === null) return null;
  const { text, line } = next;
  const marked = MARKED.exec(text);
  if (marked !== null)
    return {
      title: withoutClosing(marked[2] as string, marked[1] as string),
      level: (marked[1] as string).length,
      line,
      lines: 1,
    };
  const below = source.peek(1)?.text ?? '';
  const mark = UNDERLINE.exec(below)?.[1];
  if (mark === undefined || text.startsWith('.') || !/[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u.test(text)) return null;
  if (Math.abs([...text].length - below.length) > 1) return null;
  return { title: text, level: LEVELS.indexOf(mark) + 1, line, lines: 2 };
}

/** The same marks may stand at the end, too. */
function withoutClosing(title: string, marks: string): string {
  const end = title.length - marks.length;
  return title.endsWith(marks) && end > 0 && /[ \t]/.test(title.charAt(end - 1))
    ? title.slice(0, end).replace(/[ \t]$/, '')
    : title;
}

/** Adds a section's heading; gives its HTML. Without an id it has one only while `sectids` is set. */
export function addSection(
  document: AdocDocument,
  { title, level, line }: SectionLine,
  attributes: BlockAttributes,
): string {
  const anchored = titleAnchor(title);
  const { html, text } = titleOf(document, anchored.title);
  const given = anchored.id ?? attributes.id;
  const id = given ?? idOf(document, html);
  if (id !== null) noteId(document, id, anchored.reference ?? text);
  document.pieces.push({ kind: 'id', id: id ?? '', line, level: Math.min(level, 6), text });
  for (const inside of idsInHtml(html)) addId(document, inside.id, line);
  return html;
}

function idOf({ attributes, references, counts }: AdocDocument, html: string): string | null {
  return attributes.has('sectids')
    ? sectionId(html, attributes, { isTaken: (id) => references.has(id), counts })
    : null;
}

/** A heading that opens no section. */
export function discreteHeading(
  document: AdocDocument,
  { source, section, attributes }: { source: Source; section: SectionLine; attributes: BlockAttributes },
): void {
  for (let count = 0; count < section.lines; count++) source.take();
  addSection(document, section, attributes);
}
