import type { Span } from '@mxg/model';
import { htmlText, jsonString } from '../coding/escapes.ts';
import { jsonStringAt } from '../json.ts';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';
import { looksLikeBase64 } from '../coding/base64.ts';
import { beginsLikeMarkup } from '../peel.ts';
import { isFull, type Carrier, type Finding } from './carrier.ts';

/** The viewer's embed: `data-mxgraph="{…,&quot;xml&quot;:…}"`. The other keys of the JSON are the viewer's. */
export const html: Carrier = {
  name: 'html',
  description: 'an HTML attribute `data-mxgraph`',
  scope: 'part',
  signs: ['mxgraph'],
  find: (text, report) => {
    const findings: Finding[] = [];
    for (const value of attributeValues(text.text, 'data-mxgraph')) {
      if (isFull(findings, report)) break;
      const finding = embedded(text, value, report);
      if (finding !== null) findings.push(finding);
    }
    return findings;
  },
};

/** The embed of before 2016: `<div class="mxgraph"><div>BASE64</div></div>`. */
export const legacyHtml: Carrier = {
  name: 'html',
  description: '`<div class="mxgraph"><div>…`',
  scope: 'part',
  signs: ['mxgraph'],
  find: (text, report) => {
    const findings: Finding[] = [];
    for (const value of attributeValues(text.text, 'class')) {
      if (isFull(findings, report)) break;
      if (text.text.slice(value.start, value.end) !== 'mxgraph') continue;
      const claim = innerDivText(text.text, value.end);
      if (claim !== null) findings.push({ carrier: 'html', claim, stored: report.open(text, claim, htmlText) });
    }
    return findings;
  },
};

/** Null when the JSON names a file instead of holding a diagram. */
function embedded(
  text: NestedText,
  { start, end, isClosed }: Span & { isClosed: boolean },
  report: Report,
): Finding | null {
  const claim = { start, end };
  if (!isClosed) {
    if (!/^\s*\{/.test(text.text.slice(start, start + 100))) return null;
    report.fail(text, messages.truncatedPayload('"', start));
    return { carrier: 'html', claim, stored: null };
  }
  const json = report.open(text, claim, htmlText);
  if (json === null) return { carrier: 'html', claim, stored: null };
  const xml = jsonStringAt(json.text, 'xml');
  if (xml === 'broken') {
    report.fail(text, messages.badJson('`data-mxgraph`', claim.start));
    return { carrier: 'html', claim, stored: null };
  }
  return xml === null ? null : { carrier: 'html', claim, stored: report.open(json, xml, jsonString) };
}

/** Where the values of an attribute stand, by a look for its name alone: linear, and right for broken HTML too. */
function* attributeValues(text: string, name: string): Generator<Span & { readonly isClosed: boolean }> {
  const opening = /\s*=\s*(["'])/y;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    opening.lastIndex = at + name.length;
    const quote = /\s/.test(text.charAt(at - 1)) ? opening.exec(text)?.[1] : undefined;
    if (quote === undefined) continue;
    const start = opening.lastIndex;
    const end = text.indexOf(quote, start);
    yield { start, end: end < 0 ? text.length : end, isClosed: end >= 0 };
    if (end < 0) return;
    at = end;
  }
}

/** The text of the `div` that is the first child of the tag around `at`, if it may be a payload; a cut off text ends it, too. */
function innerDivText(text: string, at: number): Span | null {
  const opening = /[^<>]{0,2000}>\s{0,200}<div\b[^<>]{0,2000}>/y;
  opening.lastIndex = at;
  if (!opening.test(text)) return null;
  const start = opening.lastIndex;
  const next = text.indexOf('<', start);
  const end = next < 0 ? text.length : next;
  const body = text.slice(start, end);
  return looksLikeBase64(body.trim()) || beginsLikeMarkup(body) ? { start, end } : null;
}
