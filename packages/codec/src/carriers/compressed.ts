import type { Span } from '@mxg/model';
import { looksLikeBase64 } from '../coding/base64.ts';
import { identity } from '../coding/escapes.ts';
import type { NestedText } from '../nested-text.ts';
import { Report } from '../report.ts';
import { beginsLikeMarkup, peel } from '../peel.ts';
import { isFull, type Carrier, type Finding } from './carrier.ts';

/** Compressed text and nothing else, as on standard input. */
export const bare: Carrier = {
  name: 'compressed',
  description: 'bare compressed text',
  scope: 'whole',
  find: (text, report) => {
    const head = text.text.slice(0, 64).trim();
    if (head === '' || !looksLikeBase64(head.padEnd(16, 'A')) || !looksLikeBase64(text.text)) return null;
    const claim = { start: 0, end: text.text.length };
    if (!isDiagram(text, claim, report) && !isNoWord(text.text.trim())) return null;
    return [{ carrier: 'compressed', claim, stored: report.open(text, claim, identity) }];
  },
};

/** Whether base64 that does not decode is a broken payload: one run (over lines), long, and of all kinds of characters. */
const isNoWord = (text: string): boolean =>
  text.length >= 40 && !/[ \t]/.test(text) && [/[A-Z]/, /[a-z]/, /[0-9]/].every((kind) => kind.test(text));

/** A `drawio` fence or container (```` ```drawio ````, `::: drawio`) with compressed text inside. */
export const fence: Carrier = {
  name: 'compressed',
  description: 'compressed text in a `drawio` fence or `::: drawio` block',
  scope: 'part',
  signs: ['drawio'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    for (const body of drawioFences(text.text)) {
      if (isFull(findings, report)) break;
      const content = text.text.slice(body.start, body.end);
      if (isClaimed(body.start) || beginsLikeMarkup(content) || !looksLikeBase64(content.trim())) continue;
      const start = body.start + content.search(/\S/);
      const claim = { start, end: start + content.trim().length };
      findings.push({ carrier: 'compressed', claim, stored: report.open(text, claim, identity) });
    }
    return findings;
  },
};

/** The insides of `drawio` fences: from behind the opening line to before the closing one, or to the end. */
function* drawioFences(text: string): Generator<Span> {
  for (let at = text.indexOf('drawio'); at >= 0; at = text.indexOf('drawio', at + 1)) {
    const mark = fenceBefore(text, at);
    const start = mark === null ? 0 : text.indexOf('\n', at) + 1;
    if (mark === null || start === 0) continue;
    const closing = new RegExp(`^[ \\t>]*${mark.charAt(0)}{${mark.length},}[ \\t]*\\r?$`, 'gm');
    closing.lastIndex = start;
    const end = closing.exec(text)?.index ?? text.length;
    yield { start, end };
    at = end;
  }
}

/** The fence that opens on the line of `at`, before it; the line's beginning is looked for in 100 characters. */
function fenceBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 100), at);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /^[ \t>*+-]*(`{3,}|~{3,}|:{3,})[ \t]*\{?\.?$/.exec(line)?.[1] ?? null;
}

function isDiagram(text: NestedText, span: Span, report: Report): boolean {
  const quiet = new Report(report.limits);
  const payload = quiet.open(text, span, identity);
  return payload !== null && peel(payload, quiet) !== null;
}
