import type { Span } from '@mxg/model';
import { htmlText, jsonString } from '../coding/escapes.ts';
import { jsonStringAt } from '../json.ts';
import * as messages from '../messages.ts';
import { open, reportFailure, type NestedText, type Report } from '../nested-text.ts';
import { looksLikeBase64 } from '../coding/base64.ts';
import { beginsLikeMarkup } from '../peel.ts';
import type { Carrier, Finding } from './carrier.ts';

/** The viewer's embed: `data-mxgraph="{…,&quot;xml&quot;:…}"`. The other keys of the JSON are the viewer's. */
export const html: Carrier = {
  name: 'html',
  description: 'an HTML attribute `data-mxgraph`',
  scope: 'part',
  signs: ['data-mxgraph'],
  find: (text, report) => {
    const findings: Finding[] = [];
    for (const value of attributeValues(text.text, 'data-mxgraph')) {
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
      if (text.text.slice(value.start, value.end) !== 'mxgraph') continue;
      const claim = innerDivText(text.text, value.end);
      if (claim !== null) findings.push({ carrier: 'html', claim, stored: open(text, claim, htmlText, report) });
    }
    return findings;
  },
};

/** Null when the JSON names a file instead of holding a diagram. */
function embedded(text: NestedText, claim: Span, report: Report): Finding | null {
  const json = open(text, claim, htmlText, report);
  if (json === null) return { carrier: 'html', claim, stored: null };
  const xml = jsonStringAt(json.text, 'xml');
  if (xml === 'broken') {
    reportFailure(report, text, messages.badJson('`data-mxgraph`', claim.start));
    return { carrier: 'html', claim, stored: null };
  }
  return xml === null ? null : { carrier: 'html', claim, stored: open(json, xml, jsonString, report) };
}

/** Where the values of an attribute stand, by a look for its name alone: linear, and right for broken HTML too. */
function* attributeValues(text: string, name: string): Generator<Span> {
  const opening = /\s*=\s*(["'])/y;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    opening.lastIndex = at + name.length;
    const quote = /\s/.test(text.charAt(at - 1)) ? opening.exec(text)?.[1] : undefined;
    if (quote === undefined) continue;
    const start = opening.lastIndex;
    const end = text.indexOf(quote, start);
    if (end < 0) return;
    yield { start, end };
    at = end;
  }
}

/** The text of the `div` that is the first child of the tag around `at`, if it may be a payload. */
function innerDivText(text: string, at: number): Span | null {
  const opening = /[^<>]*>\s*<div\b[^<>]*>([^<]*)<\/div/y;
  opening.lastIndex = at;
  const found = opening.exec(text);
  const body = found?.[1] ?? '';
  if (!looksLikeBase64(body.trim()) && !beginsLikeMarkup(body)) return null;
  const end = opening.lastIndex - '</div'.length;
  return { start: end - body.length, end };
}
