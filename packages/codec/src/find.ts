import type { Reading, Span } from '@mxg/model';
import type { CarrierName, Finding } from './carriers/carrier.ts';
import { carriers } from './carriers/registry.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';
import { rootSpan, type NestedText } from './nested-text.ts';
import { Report } from './report.ts';
import { peel } from './peel.ts';
import type { Source } from './source.ts';

/** A diagram that stands in a file or page. */
export interface EmbeddedDiagram {
  readonly carrier: CarrierName;
  /** Of the stored payload (without the attribute, URL or chunk around it), in the source's text. */
  readonly span: Span;
  /** The payload as the carrier stores it; null when the carrier itself is broken. */
  readonly stored: NestedText | null;
  /** The payload decoded to XML; null when that failed (a diagnostic says why). */
  readonly xml: NestedText | null;
}

/** What is looked for, for people, in the order in which it is asked. */
export const carrierDescriptions: readonly string[] = carriers.map(({ description }) => description);

/** Finds the diagrams of a source in document order, in any carrier, told by content alone. */
export function find(source: Source, limits: Limits = defaultLimits): Reading<readonly EmbeddedDiagram[]> {
  const report = new Report(limits);
  const root: NestedText = { text: source.text, origin: null };
  const findings = findIn(root, report);
  const diagrams = findings.map((finding): EmbeddedDiagram => {
    const xml = finding.stored === null ? null : peel(finding.stored, report);
    return { carrier: finding.carrier, span: storedSpan(finding, root), stored: finding.stored, xml };
  });
  return { value: diagrams, diagnostics: report.diagnostics() };
}

function findIn(text: NestedText, report: Report): readonly Finding[] {
  for (const carrier of carriers) {
    if (carrier.scope === 'part') continue;
    const findings = carrier.find(text, report, () => false);
    if (findings !== null) return withinLimit(findings, text, report);
  }
  return inPage(text, report);
}

function inPage(text: NestedText, report: Report): readonly Finding[] {
  let findings: readonly Finding[] = [];
  const has = looksFor(text.text);
  for (const carrier of carriers) {
    if (carrier.scope !== 'part' || carrier.signs?.some(has) !== true) continue;
    const more = carrier.find(text, report, claims(findings)) ?? [];
    if (more.length > 0) findings = [...findings, ...more].sort((a, b) => a.claim.start - b.claim.start);
  }
  return withinLimit(findings, text, report);
}

/** Whether a text has a sign; each is looked for once, for most pages have none and several carriers share some. */
function looksFor(text: string): (sign: string) => boolean {
  const known = new Map<string, boolean>();
  return (sign) => {
    let there = known.get(sign);
    if (there === undefined) known.set(sign, (there = text.includes(sign)));
    return there;
  };
}

function withinLimit(all: readonly Finding[], text: NestedText, report: Report): readonly Finding[] {
  const findings = all.filter(({ isEmpty }) => isEmpty !== true);
  const most = report.limits.diagrams;
  const beyond = findings[most];
  if (beyond === undefined) return findings;
  report.fail(text, messages.limitMet('diagrams', most, beyond.claim.start));
  return findings.slice(0, most);
}

/** Whether an offset lies in what earlier carriers claimed; the findings are in order and apart. */
function claims(findings: readonly Finding[]): (offset: number) => boolean {
  const spans = findings.map(({ claim }) => claim);
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (spans[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low < spans.length && spans[low]!.start <= offset;
  };
}

/** The outermost place of the payload itself. */
function storedSpan({ claim, stored }: Finding, root: NestedText): Span {
  if (stored?.origin == null) return claim;
  return stored.origin.outer === root ? stored.origin.span : rootSpan(stored.origin.outer, stored.origin.span).span;
}
