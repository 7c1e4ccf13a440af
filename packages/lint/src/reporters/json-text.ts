import { codeOf } from './visible.ts';

/** `JSON.stringify` leaves these as they are, and a terminal would obey them; in JSON they stand in strings only. */
const UNSEEN = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A value as JSON for people and programs: 2 spaces deep, a line feed at the end, nothing in it that a terminal obeys. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2).replace(UNSEEN, codeOf)}\n`;
