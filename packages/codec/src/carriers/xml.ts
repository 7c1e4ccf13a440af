import type { Span } from '@mxg/model';
import { identity, xmlText } from '../coding/escapes.ts';
import * as messages from '../messages.ts';
import { open, reportFailure, type NestedText, type Report } from '../nested-text.ts';
import { parseElementAt, parseTagAt } from '../xml/scan.ts';
import type { Carrier, Finding } from './carrier.ts';

/** XML in a page: in a fence, raw in markdown or HTML. Prose that only names the elements is no diagram. */
export const xml: Carrier = {
  name: 'xml',
  description: 'XML text `<mxGraphModel>` or `<mxfile>`',
  scope: 'part',
  signs: ['<mxfile', '<mxGraphModel'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    const opening = /<(?:mxfile|mxGraphModel)(?=[\s/>])/g;
    for (let found = opening.exec(text.text); found !== null; found = opening.exec(text.text)) {
      if (isClaimed(found.index)) continue;
      const finding = elementAt(text, found.index, report);
      if (finding === null) continue;
      findings.push(finding);
      opening.lastIndex = finding.claim.end;
    }
    return findings;
  },
};

/** The same with its markup escaped, as in the source of an HTML page that shows XML. */
export const escapedXml: Carrier = {
  name: 'xml',
  description: 'the same with `&lt;`',
  scope: 'part',
  signs: ['&lt;mxfile', '&lt;mxGraphModel'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    const opening = /&lt;(mxfile|mxGraphModel)(?=[\s/&])(?:[^&<]|&(?!lt;|gt;))*&gt;\s*&lt;(?:root|diagram|mxCell)/g;
    for (let found = opening.exec(text.text); found !== null; found = opening.exec(text.text)) {
      if (isClaimed(found.index)) continue;
      const closing = `&lt;/${found[1]}&gt;`;
      const close = text.text.indexOf(closing, opening.lastIndex);
      const claim = { start: found.index, end: close < 0 ? opening.lastIndex : close + closing.length };
      if (close < 0) reportFailure(report, text, messages.truncatedPayload(closing, claim.start));
      findings.push({ carrier: 'xml', claim, stored: close < 0 ? null : open(text, claim, xmlText, report) });
      opening.lastIndex = claim.end;
    }
    return findings;
  },
};

/** Null when what starts at `at` is only a mention: a tag with no cells or pages behind it. */
function elementAt(text: NestedText, at: number, report: Report): Finding | null {
  const tag = parseTagAt(text.text, at, report.limits);
  if (!tag.ok || !opensDiagram(text.text, tag.value.openEnd)) return null;
  const element = parseElementAt(text.text, at, report.limits);
  if (!element.ok) {
    reportFailure(report, text, element.failure);
    return { carrier: 'xml', claim: { start: at, end: Math.max(element.failure.at, tag.value.openEnd) }, stored: null };
  }
  const claim: Span = { start: at, end: element.value.end };
  return { carrier: 'xml', claim, stored: open(text, claim, identity, report) };
}

/** Whether the next thing behind a tag, comments aside, is what a diagram goes on with. */
function opensDiagram(text: string, from: number): boolean {
  const next = /\s*(?:(<!--)|<(?:root|diagram|mxCell|mxGraphModel)[\s/>])/y;
  next.lastIndex = from;
  const found = next.exec(text);
  if (found?.[1] === undefined) return found !== null;
  const end = text.indexOf('-->', next.lastIndex);
  return end >= 0 && opensDiagram(text, end + 3);
}
