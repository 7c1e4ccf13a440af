/**
 * What a stranger's text must not bring to a terminal or a page: C0 and C1 controls (cursor, colour, line breaks), the line and
 * paragraph separators, bidi embeddings, overrides and isolates (CVE-2021-42574), and what is no character at all.
 */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]/gu;

/** A text on one line that says what it is: what nobody would see is written out, as `\u202e`. */
export const visible = (text: string): string => text.replace(UNSEEN, codeOf);

/** How JavaScript and JSON write a UTF-16 code unit: `\u202e`. */
export const codeOf = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
