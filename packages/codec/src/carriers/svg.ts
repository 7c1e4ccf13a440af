import type { Span } from '@mxg/model';
import { xmlAttribute } from '../coding/escapes.ts';
import type { Outcome } from '../failure.ts';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';
import { hasRoot } from '../xml/root-name.ts';
import { parseRootTag, parseTagAt } from '../xml/scan.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Carrier, Finding } from './carrier.ts';

/** Whether a file is an SVG, by its root; it may have a prefix. */
export const isSvg = (text: string): boolean => hasRoot(text, /^(?:[\w.-]+:)?svg$/);

/** An SVG file with the diagram in the attribute `content` of its root. */
export const svg: Carrier = {
  name: 'svg',
  description: 'an SVG with an attribute `content`',
  scope: 'whole',
  find: (text, report) => {
    if (!isSvg(text.text)) return null;
    const root = parseRootTag(text.text, report.limits);
    if (!root.ok) {
      report.fail(text, root.failure);
      return [];
    }
    return contentOf(root.value, { start: 0, end: text.text.length }, text, report);
  },
};

/** An `<svg content="…">` inside a page. Text inside a picture is no diagram, so one without `content` is claimed, too. */
export const inlineSvg: Carrier = {
  name: 'svg',
  description: 'an `<svg content="…">` in a page',
  scope: 'part',
  signs: ['<svg'],
  find: (text, report, isClaimed) => {
    const findings: Finding[] = [];
    let close = 0; // of the last search, so that a page without any is searched once
    for (let at = text.text.indexOf('<svg'); at >= 0;) {
      if (close >= 0 && close < at) close = text.text.indexOf('</svg', at);
      const tag = isClaimed(at) ? null : parseTagAt(text.text, at, report.limits);
      const finding =
        tag === null ? null : pictureAt(tag, { start: at, end: close < 0 ? at + 4 : close }, text, report);
      if (finding !== null) findings.push(finding);
      at = text.text.indexOf('<svg', finding?.claim.end ?? at + 4);
    }
    return findings;
  },
};

/** Null for a mere mention. A broken tag counts when it got as far as its `content`. */
function pictureAt(tag: Outcome<XmlElement>, claim: Span, text: NestedText, report: Report): Finding | null {
  if (tag.ok) {
    const inside = { start: claim.start, end: Math.max(claim.end, tag.value.openEnd) };
    const [found] = contentOf(tag.value, inside, text, report);
    return (
      found ?? (tag.value.attributes.length > 0 ? { carrier: 'svg', claim: inside, stored: null, isEmpty: true } : null)
    );
  }
  const { at, code } = tag.failure;
  if (!/\scontent\s{0,9}=/.test(text.text.slice(claim.start, Math.min(claim.start + 4000, at + 20)))) return null;
  report.fail(text, tag.failure);
  const end = code === 'xml/truncated' ? text.text.length : Math.max(claim.end, at);
  return { carrier: 'svg', claim: { start: claim.start, end }, stored: null };
}

function contentOf(root: XmlElement, claim: Finding['claim'], text: NestedText, report: Report): Finding[] {
  const content = root.attributes.find((attribute) => attribute.name === 'content' && attribute.value.trim() !== '');
  if (content === undefined) return [];
  const span = { start: content.valueStart, end: content.valueEnd };
  return [{ carrier: 'svg', claim, stored: report.open(text, span, xmlAttribute) }];
}
