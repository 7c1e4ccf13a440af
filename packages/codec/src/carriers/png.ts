import { PNG_SIGNATURE, pngTextChunk } from '../coding/png-chunk.ts';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';
import type { Carrier, Finding } from './carrier.ts';

const TEXT_TYPES: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt']);
const KEYWORDS: ReadonlySet<string> = new Set(['mxfile', 'mxGraphModel']);

/** A PNG with the diagram in a text chunk. The text is a binary string. */
export const png: Carrier = {
  name: 'png',
  description: 'a PNG text chunk `mxfile` or `mxGraphModel`',
  scope: 'whole',
  find: (text, report) => (text.text.startsWith(PNG_SIGNATURE) ? findChunks(text, report) : null),
};

function findChunks(text: NestedText, report: Report): Finding[] {
  const findings: Finding[] = [];
  const binary = text.text;
  let chunks = 0;
  for (let at = PNG_SIGNATURE.length; at < binary.length;) {
    const end = at + 12 + readUint32(binary, at);
    if (!(end <= binary.length)) {
      report.fail(text, messages.pngTruncated(at));
      break;
    }
    if (++chunks > report.limits.chunks) {
      report.fail(text, messages.limitMet('chunks', report.limits.chunks, at));
      break;
    }
    if (isDiagramChunk(binary, at, end)) {
      const claim = { start: at, end };
      findings.push({ carrier: 'png', claim, stored: report.open(text, claim, pngTextChunk) });
    }
    if (binary.startsWith('IEND', at + 4)) break;
    at = end;
  }
  return findings;
}

function isDiagramChunk(binary: string, at: number, end: number): boolean {
  if (!TEXT_TYPES.has(binary.slice(at + 4, at + 8))) return false;
  const head = binary.slice(at + 8, Math.min(at + 8 + 80, end - 4));
  const keywordEnd = head.indexOf('\0');
  return keywordEnd > 0 && KEYWORDS.has(head.slice(0, keywordEnd));
}

/** In network order; NaN when the text ends before. */
const readUint32 = (binary: string, at: number): number =>
  [0, 1, 2, 3].reduce((sum, i) => 256 * sum + binary.charCodeAt(at + i), 0);
