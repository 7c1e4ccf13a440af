import type { Placed } from '../report.ts';

/** The problems of each file, by path, both in the order given. */
export function byFile(problems: readonly Placed[]): ReadonlyMap<string, readonly Placed[]> {
  const files = new Map<string, Placed[]>();
  for (const problem of problems) {
    const those = files.get(problem.path);
    if (those === undefined) files.set(problem.path, [problem]);
    else those.push(problem);
  }
  return files;
}
