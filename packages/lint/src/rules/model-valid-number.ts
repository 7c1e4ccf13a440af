import { said } from '../codec-findings.ts';
import type { Rule } from '../rule.ts';

export const modelValidNumber: Rule = {
  id: 'model/valid-number',
  wants: 'sizes and places are numbers',
  severity: 'warning',
  preset: 'recommended',
  diagram: ({ diagnostics }) => said(diagnostics, ({ code }) => code === 'model/number'),
};
