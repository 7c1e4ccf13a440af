import { isTruncated, said } from '../codec-findings.ts';
import type { Rule } from '../rule.ts';

export const payloadTruncated: Rule = {
  id: 'payload/truncated',
  wants: 'a diagram is whole',
  severity: 'error',
  preset: 'recommended',
  file: ({ diagnostics }) => said(diagnostics, isTruncated),
  diagram: ({ diagnostics }) => said(diagnostics, isTruncated),
};
