import type { Token } from '../commonmark/token.ts';
import { attributesAt } from './attributes.ts';
import { isColoured } from './code-languages.ts';

/** What is known of a listing besides its text. */
export interface ListingPlace {
  /** An id that a line of attributes above gives it; empty for none. */
  readonly given: string;
  /** Whether braces in the line of its fence are attributes. */
  readonly hasAttributes: boolean;
  /** Its place among the page's listings without an id, from 1. */
  readonly number: number;
}

/** An id in a listing; `below`: lines below its first one. */
interface ListingId {
  readonly id: string;
  readonly below: number;
}

/** The ids of a listing: its own, and where it is coloured those of its lines. `isNumbered`: it has none of its own. */
export function listingAnchors(
  token: Token,
  { given, hasAttributes, number }: ListingPlace,
): { anchors: readonly ListingId[]; isNumbered: boolean } {
  const info = token.type === 'fence' ? token.info.trim() : '';
  const open = hasAttributes ? info.indexOf('{') : -1;
  const attributes = open < 0 ? null : (attributesAt(info, open)?.attributes ?? null);
  const own = given || (attributes?.ids.at(-1) ?? '');
  const [word = ''] = (attributes === null ? info : info.slice(0, open)).split(/\s/, 1);
  const language = word || (attributes?.classes[0] ?? '');
  const isNumbered = own === '';
  const id = isNumbered ? `cb${number}` : own;
  if (language === '' || !isColoured(language)) return { anchors: isNumbered ? [] : [{ id, below: 0 }], isNumbered };
  return { anchors: [{ id, below: 0 }, ...lineIds(id, token.content)], isNumbered };
}

/** One id for each line; empty ones at the end have none. */
function lineIds(id: string, content: string): readonly ListingId[] {
  const lines = content.trimEnd().split('\n');
  return lines.length === 1 && lines[0] === '' ? [] : lines.map((_, at) => ({ id: `${id}-${at + 1}`, below: at + 1 }));
}
