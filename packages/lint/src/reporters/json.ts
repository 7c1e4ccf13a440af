import type { Placed, Reporter } from '../report.ts';
import { jsonText } from './json-text.ts';

/** Everything, for programs: `{ problems, summary }`. */
export const json: Reporter = ({ problems, summary }) => jsonText({ problems: problems.map(plain), summary });

/** A problem as it is printed; the keys and their order are part of the format. */
function plain({ path, start, end, ...problem }: Placed): Readonly<Record<string, unknown>> {
  const { rule, severity, message, hint, diagram, page, pageName, cell, label, href } = problem;
  const place = { path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  const where = { diagram, page, pageName, cell, label, href };
  return { ...place, rule, severity, message, hint, ...where, fixable: fixableOf(problem) };
}

/** `safe`: `--fix` does it; `unsafe`: `--unsafe-fixes` does; null: a person has to. */
function fixableOf({ fix, suggestion }: Pick<Placed, 'fix' | 'suggestion'>): 'safe' | 'unsafe' | null {
  if (fix !== null) return 'safe';
  return suggestion === null ? null : 'unsafe';
}
