import type { Diagnostic } from '@mxg/model';
import { isOfPayload, said } from '../codec-findings.ts';
import type { Finding, Rule } from '../rule.ts';

export const payloadDecodable: Rule = {
  id: 'payload/decodable',
  wants: 'a diagram can be read',
  severity: 'error',
  preset: 'recommended',
  file: ({ diagnostics }) => findingsOf(diagnostics),
  diagram: ({ diagnostics }) => findingsOf(diagnostics),
};

/** What can be read all the same is no more than a warning. */
const findingsOf = (diagnostics: readonly Diagnostic[]): readonly Finding[] => [
  ...said(diagnostics, (each) => isOfPayload(each) && each.severity === 'error'),
  ...said(diagnostics, (each) => isOfPayload(each) && each.severity !== 'error').map((each) => ({
    ...each,
    severity: 'warning' as const,
  })),
];
