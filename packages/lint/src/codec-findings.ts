import type { Diagnostic } from '@mxg/model';
import type { Finding } from './rule.ts';

/** What the codec said, as findings of the rule that it belongs to. */
export const said = (diagnostics: readonly Diagnostic[], isMeant: (each: Diagnostic) => boolean): readonly Finding[] =>
  diagnostics
    .filter(isMeant)
    .map(({ message, hint = '', span, exact, subject = {} }) => ({ message, hint, at: { span, exact }, subject }));

export const isTruncated = ({ code }: Diagnostic): boolean => code.endsWith('/truncated');

/** All that no rule of the model takes. */
export const isOfPayload = (each: Diagnostic): boolean => !isTruncated(each) && !each.code.startsWith('model/');
