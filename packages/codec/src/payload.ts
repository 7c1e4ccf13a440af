import type { Reading } from '@mxg/model';
import { defaultLimits, type Limits } from './limits.ts';
import { peel } from './peel.ts';
import { Report } from './report.ts';

/**
 * The XML in a payload that stands by itself, such as the stencil in `shape=stencil(…)` of a style: deflated, URL-encoded or as it is.
 * Null, and a diagnostic with its place in the payload, when it cannot be decoded.
 */
export function payloadXml(payload: string, limits: Limits = defaultLimits): Reading<string | null> {
  const report = new Report(limits);
  const xml = peel({ text: payload, origin: null }, report);
  return { value: xml?.text ?? null, diagnostics: report.diagnostics() };
}
