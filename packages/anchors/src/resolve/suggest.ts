import { distance } from 'fastest-levenshtein';

/** How far a wrong word may be from a right one: a third of its length, two letters in a short word. */
const NEAR = 3;

/** No more candidates are compared, and no longer ones: inputs come from strangers. */
const MOST = 20_000;
const LONGEST = 200;

/**
 * The candidate that was most likely meant: the same but for case, or the nearest by letters; null when none is near.
 * @param likeness how many characters of `wanted` are in doubt
 */
export function nearest(wanted: string, candidates: Iterable<string>, likeness = wanted.length): string | null {
  if (wanted === '' || wanted.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.ceil(likeness / NEAR) + 1;
  let count = 0;
  for (const candidate of candidates) {
    if (++count > MOST || candidate.length > LONGEST) continue;
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const far = candidate.toLowerCase() === wanted.toLowerCase() ? 0 : distance(wanted, candidate);
    if (far < least) [best, least] = [candidate, far];
  }
  return best;
}

/** The same for paths: a path that is long does not make its name more alike. */
export function nearestPath(wanted: string, candidates: Iterable<string>): string | null {
  const names = wanted.split('/').filter((name) => name !== '');
  const likeness = Math.max(0, ...names.slice(-1).map((name) => name.replace(/\.[^.]*$/, '').length));
  return likeness === 0 ? null : nearest(wanted, candidates, likeness);
}
