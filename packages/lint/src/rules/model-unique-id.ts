import { said } from '../codec-findings.ts';
import type { Rule } from '../rule.ts';

export const modelUniqueId: Rule = {
  id: 'model/unique-id',
  wants: 'no two cells of a page have the same id, and none has one that draw.io cannot load',
  severity: 'error',
  preset: 'recommended',
  diagram: ({ diagnostics }) =>
    said(diagnostics, ({ code }) => code === 'model/duplicate-id' || code === 'model/reserved-id'),
};
