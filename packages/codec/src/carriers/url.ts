import type { Span } from '@mxg/model';
import { identity } from '../coding/escapes.ts';
import * as messages from '../messages.ts';
import { isFull, type Carrier, type Finding } from './carrier.ts';

/** URL-encoded XML anywhere in a text: a paragraph, a list item, code, a comment. It may be wrapped over lines. */
export const url: Carrier = {
  name: 'url',
  description: 'URL-encoded text `%3CmxGraphModel…` or `%3Cmxfile…`',
  scope: 'part',
  signs: ['mxfile', 'mxGraphModel'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    const opening = /%3[Cc](?:mxfile|mxGraphModel)(?=%|\+|\s|$)/g;
    for (
      let found = opening.exec(text.text);
      found !== null && !isFull(findings, report);
      found = opening.exec(text.text)
    ) {
      if (isClaimed(found.index)) continue;
      const { end, closing } = endOfUrlEncoded(text.text, found.index);
      const claim = { start: found.index, end };
      opening.lastIndex = end;
      if (closing !== null && isMention(text.text.slice(found.index, end))) continue;
      if (closing !== null) report.fail(text, messages.truncatedPayload(closing, end));
      findings.push({ carrier: 'url', claim, stored: closing === null ? report.open(text, claim, identity) : null });
    }
    return findings;
  },
};

/** Whether nothing follows an opening tag: then prose speaks of it. */
const isMention = (stretch: string): boolean => !/%3C/i.test(stretch.slice('%3C'.length));

/** Where the URL-encoded element at `start` ends; when its closing tag is missing, where the text stops and what was expected. */
export function endOfUrlEncoded(text: string, start: number): Span & { readonly closing: string | null } {
  const name = /^%3C(mxfile|mxGraphModel)/i.exec(text.slice(start, start + 20))?.[1] ?? 'mxfile';
  // a stretch without white space, and lines that follow it and hold one such stretch alone
  const run = /[^\s<>"`\\]+(?:[ \t]*\r?\n[ \t>]*(?=[^\s<>"`\\]+[ \t]*(?:\r?\n|$|[<"`]|-->))[^\s<>"`\\]+)*/y;
  run.lastIndex = start;
  const stretch = run.exec(text)?.[0] ?? '';
  const closing = new RegExp(`%3C(?:/|%2F)${name}(?:%20|\\+|%0A|%0D|%09)*%3E`, 'i');
  const tight = stretch.replace(/[\s>]+/g, '');
  if (!closing.test(tight)) return { start, end: start + stretch.trimEnd().length, closing: `%3C%2F${name}%3E` };
  return { start, end: start + wrappedEnd(stretch, closing), closing: null };
}

/** Where `closing` ends in a text that may be wrapped anywhere, also inside the closing tag. */
function wrappedEnd(stretch: string, closing: RegExp): number {
  const tight = stretch.replace(/[\s>]+/g, '');
  const found = closing.exec(tight);
  let left = found === null ? tight.length : found.index + found[0].length;
  let end = 0;
  while (left > 0) if (!/[\s>]/.test(stretch.charAt(end++))) left--;
  return end;
}
