import type { Diagnostic } from '@mxg/model';
import { sayProblems, type Problem } from '../problems.ts';
import { count } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

/** Kinds of the same shortfall that are told one by one. */
const MOST = 8;

/** Says what is not drawn as meant, briefly: each kind once, with the number of cells that it befell. */
export function sayShortfalls(path: string, diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const byCode = groupedBy(diagnostics, ({ code }) => code);
  for (const [code, alike] of byCode) {
    const kinds = [...groupedBy(alike, ({ message }) => message)];
    const told = kinds.slice(0, MOST).map(([message, each], i) => {
      const hint = i === Math.min(kinds.length, MOST) - 1 ? (each[0]?.hint ?? '') : '';
      return problem(path, {
        code,
        severity: each[0]?.severity ?? 'info',
        message: `${message}${cellsOf(each)}`,
        hint,
      });
    });
    sayProblems(told, terminal);
    if (kinds.length > MOST) terminal.say(`  … and ${kinds.length - MOST} more of them [${code}]\n`);
  }
}

const problem = (path: string, what: Pick<Problem, 'code' | 'severity' | 'message' | 'hint'>): Problem => ({
  path,
  line: 1,
  column: 1,
  page: null,
  cell: null,
  ...what,
});

/** ` (cell `a`)`, ` (3 cells: `a`, `b`, …)`. */
function cellsOf(diagnostics: readonly Diagnostic[]): string {
  const ids = diagnostics.flatMap(({ subject }) => (subject?.cell === undefined ? [] : [`\`${subject.cell}\``]));
  if (ids.length === 0) return '';
  if (ids.length === 1) return ` (cell ${ids[0]})`;
  return ` (${count(ids.length, 'cell')}: ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ', …' : ''})`;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
