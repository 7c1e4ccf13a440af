/** An item of a list: what its first line holds. */
export interface ListItem {
  /** What is to be read as text: the term of a description list, too. */
  readonly texts: readonly string[];
}

const BULLET = /^[ \t]*(?:-|\*{1,5}|\u2022)[ \t]+(.*)$/;
const ORDERED = /^[ \t]*(?:\.{1,5}|\d+\.|[a-zA-Z]\.|[ivx]+\)|[IVX]+\))[ \t]+(.*)$/;
const CALLOUT = /^<(?:\d+|\.)>[ \t]+(.*)$/;
const DESCRIBED = /(?<=\S):::{0,2}(?:$|[ \t]+)|(?<=\S);;(?:$|[ \t]+)/;

/** The item that a line begins; null for any other line. */
export function listItemAt(line: string): ListItem | null {
  const simple = BULLET.exec(line) ?? ORDERED.exec(line) ?? CALLOUT.exec(line);
  if (simple !== null) return { texts: [simple[1] as string] };
  if (line.startsWith('//') || !(line.includes('::') || line.includes(';;'))) return null;
  const found = DESCRIBED.exec(line);
  return found === null
    ? null
    : { texts: [line.slice(0, found.index).trim(), line.slice(found.index + found[0].length)] };
}
