import { base64Binary, base64Text } from '../coding/base64.ts';
import type { Coding } from '../coding/coding.ts';
import { percent } from '../coding/escapes.ts';
import { open, type NestedText, type Report } from '../nested-text.ts';
import type { Carrier, Finding } from './carrier.ts';
import { png } from './png.ts';
import { svg } from './svg.ts';

/** Pictures with a diagram in them, as `data:` URIs in a page. Pictures without one are none of ours, broken or not. */
export const dataUri: Carrier = {
  name: 'data-uri',
  description: 'a `data:` URI of such an SVG or PNG',
  scope: 'part',
  signs: ['data:image/'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    const opening = /data:image\/(svg\+xml|png)((?:;[\w=.-]+)*),/y;
    for (let at = text.text.indexOf('data:image/'); at >= 0; at = text.text.indexOf('data:image/', at + 1)) {
      opening.lastIndex = at;
      const found = opening.exec(text.text);
      if (found === null || isClaimed(at)) continue;
      const claim = { start: opening.lastIndex, end: endOfUri(text.text, at, opening.lastIndex) };
      findings.push(...inPicture(text, claim, found[1] === 'png', (found[2] ?? '').includes(';base64'), report));
      at = claim.end;
    }
    return findings;
  },
};

function inPicture(
  text: NestedText,
  claim: Finding['claim'],
  isPng: boolean,
  isBase64: boolean,
  report: Report,
): Finding[] {
  const coding: Coding = !isBase64 ? percent : isPng ? base64Binary : base64Text;
  const quiet: Report = { limits: report.limits, diagnostics: [] };
  const picture = open(text, claim, coding, quiet);
  const inner = picture === null ? null : (isPng ? png : svg).find(picture, quiet, () => false);
  if (inner === null || inner.length === 0) return [];
  report.diagnostics.push(...quiet.diagnostics);
  return inner.map(({ stored }) => ({ carrier: 'data-uri', claim, stored }));
}

/** In quotes up to the quote, in a markdown link up to its end, else up to white space or a bracket. */
function endOfUri(text: string, start: number, from: number): number {
  const before = text.charAt(start - 1);
  const stop = before === '"' || before === "'" ? new RegExp(before, 'g') : before === '(' ? /[\s)]/g : /[\s"'<>`)]/g;
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}
