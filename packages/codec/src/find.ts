import type { Diagnostic, Reading, Span } from '@mxg/model';
import type { Carrier, CarrierName, Finding } from './carriers/carrier.ts';
import { carriers } from './carriers/registry.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';
import { reportFailure, rootSpan, type NestedText, type Report } from './nested-text.ts';
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
  const diagnostics: Diagnostic[] = [];
  const report: Report = { limits, diagnostics };
  const root: NestedText = { text: source.text, origin: null };
  const findings = findIn(root, report).filter(({ isEmpty }) => isEmpty !== true);
  const diagrams = findings.map((finding): EmbeddedDiagram => {
    const xml = finding.stored === null ? null : peel(finding.stored, report);
    return { carrier: finding.carrier, span: storedSpan(finding, root), stored: finding.stored, xml };
  });
  return { value: diagrams, diagnostics };
}

function findIn(text: NestedText, report: Report): readonly Finding[] {
  const asked = carriers.filter(({ signs }) => signs.length === 0 || signs.some((sign) => text.text.includes(sign)));
  for (const carrier of asked) {
    if (carrier.scope === 'part') continue;
    const findings = carrier.find(text, report, () => false);
    if (findings !== null) return findings;
  }
  return inPage(asked, text, report);
}

function inPage(asked: readonly Carrier[], text: NestedText, report: Report): readonly Finding[] {
  const findings: Finding[] = [];
  for (const carrier of asked) {
    if (carrier.scope !== 'part') continue;
    findings.push(...(carrier.find(text, report, claims(findings)) ?? []));
    findings.sort((a, b) => a.claim.start - b.claim.start);
    if (findings.length > report.limits.diagrams) {
      reportFailure(
        report,
        text,
        messages.limitMet('diagrams', report.limits.diagrams, findings[report.limits.diagrams]?.claim.start ?? 0),
      );
      return findings.slice(0, report.limits.diagrams);
    }
  }
  return findings;
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
