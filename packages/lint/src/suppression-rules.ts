import type { Rule } from './rule.ts';

/** What is said of suppressions themselves; settable as any rule. */
export const SUPPRESSION_RULES: readonly Pick<Rule, 'id' | 'wants' | 'severity' | 'preset'>[] = [
  {
    id: 'suppression/unused',
    wants: 'each suppression suppresses something',
    severity: 'warning',
    preset: 'recommended',
  },
  { id: 'suppression/has-reason', wants: 'each suppression says why', severity: 'warning', preset: 'recommended' },
  {
    id: 'suppression/known-rule',
    wants: 'suppressions name rules that exist',
    severity: 'warning',
    preset: 'recommended',
  },
];
