import type { Definition } from '../draw/drawn.ts';

/** A picture whose definitions have ids that no other picture on a page has. */
export interface Identified {
  readonly svg: string;
  readonly definitions: readonly string[];
}

/** Puts a mark of the whole content before every id, and before every reference to one. */
export function withOwnIds(svg: string, definitions: readonly Definition[]): Identified {
  const once = [...new Map(definitions.map((each) => [each.id, each.svg]))];
  if (once.length === 0) return { svg, definitions: [] };
  const mark = markOf([svg, ...once.flat()]);
  const referring = (text: string): string => text.replace(REFERENCE, `$&${mark}`);
  return {
    svg: referring(svg),
    definitions: once.map(([id, text]) => referring(text.replace(` id="${id}"`, () => ` id="${mark}${id}"`))),
  };
}

/** Quotes are escaped in texts and values, so that these are always attributes. */
const REFERENCE = / (?:fill|stroke|clip-path|mask|filter)="url\(#/g;

/** What ids begin with that tell of these texts. */
export const markOf = (texts: readonly string[]): string => `m${hashOf(texts)}-`;

/** FNV-1a, 32 bits, over UTF-16 units. */
function hashOf(texts: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
