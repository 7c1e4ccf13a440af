import type { Span } from '@mxg/model';
import { base64Binary, base64Text } from '../coding/base64.ts';
import type { Coding } from '../coding/coding.ts';
import { percent } from '../coding/escapes.ts';
import type { NestedText } from '../nested-text.ts';
import { Report } from '../report.ts';
import { isFull, type Carrier, type Finding } from './carrier.ts';
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
    for (
      let at = text.text.indexOf('data:image/');
      at >= 0 && !isFull(findings, report);
      at = text.text.indexOf('data:image/', at + 1)
    ) {
      opening.lastIndex = at;
      const found = opening.exec(text.text);
      if (found === null || isClaimed(at)) continue;
      const claim = { start: opening.lastIndex, end: endOfUri(text.text, at, opening.lastIndex) };
      findings.push(
        ...inPicture(
          text,
          claim,
          { isPng: found[1] === 'png', isBase64: (found[2] ?? '').includes(';base64') },
          report,
        ),
      );
      at = claim.end;
    }
    return findings;
  },
};

function inPicture(text: NestedText, claim: Span, { isPng, isBase64 }: Kind, report: Report): Finding[] {
  const coding: Coding = !isBase64 ? percent : isPng ? base64Binary : base64Text;
  const quiet = new Report(report.limits);
  const picture = quiet.open(text, claim, coding);
  const inner = picture === null ? [] : ((isPng ? png : svg).find(picture, quiet, () => false) ?? []);
  if (inner.length === 0 && !isBroken(text.text.slice(claim.start, claim.end), isBase64, quiet)) return [];
  report.adopt(quiet);
  if (inner.length === 0) return [{ carrier: 'data-uri', claim, stored: null }];
  return inner.map(({ stored }) => ({ carrier: 'data-uri', claim, stored }));
}

interface Kind {
  readonly isPng: boolean;
  readonly isBase64: boolean;
}

/** Whether a picture that cannot be read had a diagram: as far as it goes, it names one. */
function isBroken(encoded: string, isBase64: boolean, quiet: Report): boolean {
  if (quiet.isEmpty) return false;
  const whole = encoded.replace(/[^A-Za-z0-9+/]/g, '');
  const text = isBase64 ? atob(whole.slice(0, whole.length - (whole.length % 4))) : encoded;
  return /mxfile|mxGraphModel/.test(text);
}

/** In quotes up to the quote, in a markdown link up to its end, else up to white space or a bracket. */
function endOfUri(text: string, start: number, from: number): number {
  const before = text.charAt(start - 1);
  const stop = before === '"' || before === "'" ? new RegExp(before, 'g') : before === '(' ? /[\s)]/g : /[\s"'<>`)]/g;
  stop.lastIndex = from;
  return stop.exec(text)?.index ?? text.length;
}
