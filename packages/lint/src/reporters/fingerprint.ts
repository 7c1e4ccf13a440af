import type { Placed } from '../report.ts';
import { fnv1a } from './fnv1a.ts';

/**
 * What tells a problem from all others of a report, in their order: 16 hex digits each. It stays when lines are added above the
 * problem, so that services recognise it in the next run; of several that are alike, the second and later ones are counted.
 */
export function fingerprints(problems: readonly Placed[]): readonly string[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const identity = identityOf(problem);
    const before = seen.get(identity) ?? 0;
    seen.set(identity, before + 1);
    return fnv1a(before === 0 ? identity : `${identity} ${before}`);
  });
}

/** Without line and column. As JSON, so that no two problems run together into one text. */
const identityOf = ({ rule, path, diagram, cell, href, message }: Placed): string =>
  JSON.stringify([rule, path, diagram, cell, href, message]);
