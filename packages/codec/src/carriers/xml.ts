import type { Span } from '@mxg/model';
import { identity, xmlText } from '../coding/escapes.ts';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';
import { parseElementAt, parseTagAt } from '../xml/scan.ts';
import type { XmlElement } from '../xml/tree.ts';
import { isFull, type Carrier, type Finding } from './carrier.ts';

/** XML in a page: in a fence, raw in markdown or HTML. Prose that only names the elements is no diagram. */
export const xml: Carrier = {
  name: 'xml',
  description: 'XML text `<mxGraphModel>` or `<mxfile>`',
  scope: 'part',
  signs: ['mxfile', 'mxGraphModel'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    const opening = /<(?:mxfile|mxGraphModel)(?=[\s/>])/g;
    for (
      let found = opening.exec(text.text);
      found !== null && !isFull(findings, report);
      found = opening.exec(text.text)
    ) {
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
  signs: ['mxfile', 'mxGraphModel'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    const endless = new Set<string>(); // closing tags of which there are no more
    const opening =
      /&lt;(mxfile|mxGraphModel)(?=[\s/&])(?:[^&<]|&(?!lt;|gt;))*&gt;\s*(?:&lt;(?:root|diagram|mxCell|mxGraphModel)|$)/g;
    for (
      let found = opening.exec(text.text);
      found !== null && !isFull(findings, report);
      found = opening.exec(text.text)
    ) {
      const closing = `&lt;/${found[1]}&gt;`;
      const isMention = found[0].trimEnd().endsWith('&gt;') && !found[0].includes('=');
      if (isClaimed(found.index) || endless.has(closing) || isMention) continue;
      const close = text.text.indexOf(closing, opening.lastIndex);
      const claim = { start: found.index, end: close < 0 ? opening.lastIndex : close + closing.length };
      if (close < 0) {
        endless.add(closing);
        report.fail(text, messages.truncatedPayload(closing, claim.start));
      }
      findings.push({ carrier: 'xml', claim, stored: close < 0 ? null : report.open(text, claim, xmlText) });
      opening.lastIndex = claim.end;
    }
    return findings;
  },
};

/** Null when what starts at `at` is only a mention: a tag with no cells or pages behind it, or an abbreviated one (`<mxfile …>`). */
function elementAt(text: NestedText, at: number, report: Report): Finding | null {
  const tag = parseTagAt(text.text, at, report.limits);
  if (!tag.ok && tag.failure.code === 'xml/syntax') return null;
  const end = tag.ok ? tag.value.openEnd : endOfTag(text.text, tag.failure.at);
  if (!opensDiagram(text.text, end) && !(tag.ok && isCutOff(text.text, tag.value))) return null;
  const element = parseElementAt(text.text, at, report.limits);
  if (!element.ok) {
    report.fail(text, element.failure);
    return { carrier: 'xml', claim: { start: at, end: Math.max(element.failure.at, end) }, stored: null };
  }
  const claim: Span = { start: at, end: element.value.end };
  return { carrier: 'xml', claim, stored: report.open(text, claim, identity) };
}

/** Behind the next `>` when no other tag begins before it: a broken tag ends there. */
function endOfTag(text: string, from: number): number {
  const mark = /[<>]/g;
  mark.lastIndex = from;
  const found = mark.exec(text);
  return found?.[0] === '>' ? found.index + 1 : text.length;
}

/** Whether the next thing behind a tag, comments aside, is what a diagram goes on with. */
function opensDiagram(text: string, from: number): boolean {
  const next = /\s*(?:(<!--)|<(?:root|diagram|mxCell|mxGraphModel)[\s/>])/y;
  next.lastIndex = from;
  for (let comments = 0; comments <= MOST_COMMENTS; comments++) {
    const found = next.exec(text);
    if (found?.[1] === undefined) return found !== null;
    const end = text.slice(next.lastIndex, next.lastIndex + LONGEST_COMMENT).indexOf('-->');
    if (end < 0) return false;
    next.lastIndex += end + '-->'.length;
  }
  return false;
}

/** Comments that may stand between a tag and what tells a diagram from a mention, and their characters. */
const MOST_COMMENTS = 20;
const LONGEST_COMMENT = 5000;

/** Whether a text ends behind the opening tag of a diagram, of which a mention would have said less. */
const isCutOff = (text: string, tag: XmlElement): boolean =>
  tag.attributes.length > 0 && tag.openEnd >= text.trimEnd().length;
