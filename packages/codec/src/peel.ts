import type { Coding } from './coding/coding.ts';
import { base64Head, base64Text, beginsLikeBase64, compressed, looksLikeBase64 } from './coding/base64.ts';
import { percent, wrapped, xmlText } from './coding/escapes.ts';
import * as messages from './messages.ts';
import type { NestedText } from './nested-text.ts';
import type { Report } from './report.ts';

/**
 * The encodings in which a payload may stand, told by how it begins; the first that fits is taken off, then the next, until
 * XML is left. Known combinations: XML; URL(XML); deflate(URL(XML)); deflate(XML); base64(XML); entities(XML).
 * Not here: what a carrier wraps around a payload (attributes, JSON, chunks).
 */
const SHELLS: readonly { readonly fits: (text: string) => boolean; readonly coding: Coding }[] = [
  { fits: (text) => /^%[0-9a-f]{2}/i.test(text) && (text.includes('\n') || text.includes('\r')), coding: wrapped },
  { fits: (text) => /^%(?:3C|EF%BB%BF|20|0A|0D|09)/i.test(text), coding: percent },
  { fits: (text) => /^&(?:lt|#60|#x3c);/i.test(text), coding: xmlText },
  {
    fits: (text) => looksLikeBase64(text) && /^\s*(?:\ufeff|\xef\xbb\xbf)?[<%]/.test(base64Head(text)),
    coding: base64Text,
  },
  { fits: (text) => looksLikeBase64(text) || beginsLikeBase64(text), coding: compressed },
];

/** More encodings than this, one in another, are no draw.io payload. */
const MOST_SHELLS = 5;

/** Takes encodings off until XML is left; null, and a diagnostic, when that fails. */
export function peel(payload: NestedText, report: Report): NestedText | null {
  let current = payload;
  for (let peeled = 0; peeled <= MOST_SHELLS; peeled++) {
    const start = current.text.search(/[^\s\ufeff]/);
    const end = current.text.trimEnd().length;
    if (start < 0) return report.fail(current, messages.noPayload(0));
    if (current.text.charCodeAt(start) === 0x3c) return current;
    const body = current.text.slice(start, end);
    const shell = SHELLS.find(({ fits }) => fits(body));
    if (shell === undefined) return report.fail(current, messages.noPayload(start));
    const inner = report.open(current, { start, end }, shell.coding);
    if (inner === null) return null;
    current = inner;
  }
  return report.fail(current, messages.nestedTooDeep(0));
}

/** Whether a text begins as a payload does, compressed ones aside: those look like any long word. */
export const beginsLikeMarkup = (text: string): boolean => /^\s*(?:<|%3C|&lt;)/i.test(text);
