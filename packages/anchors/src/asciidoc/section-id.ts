import type { DocumentAttributes } from './document-attributes.ts';

/** What no id has: tags, character references, and what is no letter, mark, digit, joint, space, `-` or `.`. Source: Asciidoctor 2.0, `InvalidSectionIdCharsRx`. */
const DROPPED =
  /<[^<>]+>|&(?:[a-z][a-z]+\d{0,2}|#\d\d\d{0,4}|#x[\da-f][\da-f][\da-f]{0,3});|[^ \p{Alphabetic}\p{M}\p{Nd}\p{Pc}.-]/gu;

/** Ids that a document has. */
export interface TakenIds {
  readonly isTaken: (id: string) => boolean;
  /** The number that was last put behind an id, by id and separator: a free one is sought from there. */
  readonly counts: Map<string, number>;
}

/** The id of a section: made of its title in HTML; with a number where it is taken. May be empty. */
export function sectionId(title: string, attributes: DocumentAttributes, { isTaken, counts }: TakenIds): string {
  const prefix = attributes.get('idprefix') ?? '_';
  const separator = (attributes.get('idseparator') ?? '_').charAt(0);
  const id = separated(prefix + title.toLowerCase().replace(DROPPED, ''), { separator, hasPrefix: prefix !== '' });
  if (!isTaken(id)) return id;
  const stem = id + separator;
  let count = counts.get(stem) ?? 2;
  while (isTaken(`${stem}${count}`)) count++;
  counts.set(stem, count);
  return `${stem}${count}`;
}

/** Runs of spaces and the like become one separator; none is left at the end, nor at the beginning unless a prefix wants it. */
function separated(id: string, { separator, hasPrefix }: { separator: string; hasPrefix: boolean }): string {
  if (separator === '') return id.replaceAll(' ', '');
  const joined = id.replace(separator === '-' || separator === '.' ? /[ .-]+/g : runsOf(separator), separator);
  const ended = joined.endsWith(separator) ? joined.slice(0, -1) : joined;
  return !hasPrefix && ended.startsWith(separator) ? ended.slice(1) : ended;
}

const runsOf = (separator: string): RegExp =>
  new RegExp(`(?:[ .-]|${separator.replace(/[\\^$*+?.()|[\]{}/]/g, '\\$&')})+`, 'g');
