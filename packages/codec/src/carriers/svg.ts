import { xmlAttribute } from '../coding/escapes.ts';
import { open, reportFailure, type NestedText, type Report } from '../nested-text.ts';
import { rootName } from '../xml/root-name.ts';
import { parseRootTag, parseTagAt } from '../xml/scan.ts';
import type { XmlElement } from '../xml/tree.ts';
import type { Carrier, Finding } from './carrier.ts';

/** An SVG file with the diagram in the attribute `content` of its root. */
export const svg: Carrier = {
  name: 'svg',
  description: 'an SVG with an attribute `content`',
  scope: 'whole',
  signs: ['svg'],
  find: (text, report) => {
    if (!/^(?:[\w.-]+:)?svg$/.test(rootName(text.text)?.name ?? '')) return null;
    const root = parseRootTag(text.text, report.limits);
    if (!root.ok) {
      reportFailure(report, text, root.failure);
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
      const claim = { start: at, end: close < 0 ? at + 4 : close };
      const tag = isClaimed(at) ? null : parseTagAt(text.text, at, report.limits);
      if (tag?.ok === true && tag.value.attributes.length > 0) {
        const found = contentOf(tag.value, claim, text, report);
        findings.push(
          ...(found.length > 0 ? found : [{ carrier: 'svg', claim, stored: null, isEmpty: true } as const]),
        );
      }
      at = text.text.indexOf('<svg', claim.end);
    }
    return findings;
  },
};

function contentOf(root: XmlElement, claim: Finding['claim'], text: NestedText, report: Report): Finding[] {
  const content = root.attributes.find((attribute) => attribute.name === 'content' && attribute.value.trim() !== '');
  if (content === undefined) return [];
  const span = { start: content.valueStart, end: content.valueEnd };
  return [{ carrier: 'svg', claim, stored: open(text, span, xmlAttribute, report) }];
}
