import { identity, percent } from '../coding/escapes.ts';
import { endOfUrlEncoded } from './url.ts';
import { isFull, type Carrier, type Finding } from './carrier.ts';

/** A link to the viewer or the editor that carries the diagram behind `#R`. (`#U` names another file; nothing is fetched.) */
export const viewerUrl: Carrier = {
  name: 'viewer-url',
  description: 'a viewer URL with `#R…`',
  scope: 'part',
  signs: ['#R'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    for (let at = text.text.indexOf('#R'); at >= 0 && !isFull(findings, report); at = text.text.indexOf('#R', at + 2)) {
      const host = hostBefore(text.text, at);
      if (host === null || isClaimed(at)) continue;
      const start = at + 2;
      const urlEncoded = /^%3Cmx/i.test(text.text.slice(start, start + 6));
      const end = urlEncoded ? endOfUrlEncoded(text.text, start).end : endOfWord(text.text, start);
      if (!urlEncoded && !(/drawio|draw\.io|diagrams/.test(host) && end - start >= 16)) continue;
      const claim = { start, end };
      const escapes = !urlEncoded && text.text.slice(start, end).includes('%');
      findings.push({ carrier: 'viewer-url', claim, stored: report.open(text, claim, escapes ? percent : identity) });
      at = end;
    }
    return findings;
  },
};

/** The host of the URL that ends at `at`, if there is one. */
function hostBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 1000), at);
  return /https?:\/\/([^\s"'<>`/?]+)[^\s"'<>`]*$/.exec(before.slice(before.lastIndexOf('http')))?.[1] ?? null;
}

function endOfWord(text: string, from: number): number {
  const word = /[\w+/=%-]*/y;
  word.lastIndex = from;
  word.test(text);
  return word.lastIndex;
}
