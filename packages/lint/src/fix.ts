import { defaultLimits, edit, find, type Limits, type Source } from '@mxg/codec';
import { applyTextEdits, type Edit, type TextEdit } from '@mxg/model';
import type { Problem } from './problem.ts';

/** A file after its fixes. */
export interface Fixed {
  /** The file's text; the same where nothing was fixed. */
  readonly text: string;
  readonly applied: readonly Problem[];
}

/** Applies the fixes of problems, with `unsafe` also what was likely meant. Of two that change the same thing the first one counts. */
export function fix(
  source: Source,
  problems: readonly Problem[],
  { unsafe = false, limits = defaultLimits }: { readonly unsafe?: boolean; readonly limits?: Limits } = {},
): Fixed {
  const taken = new Set<string>();
  const applied: Problem[] = [];
  const edits = new Map<number, Edit[]>();
  for (const problem of problems) {
    const chosen = problem.fix ?? (unsafe ? problem.suggestion : null);
    if (chosen === null || problem.diagram === null) continue;
    const keys = chosen.edits.map((each) => `${problem.diagram} ${keyOf(each)}`);
    if (keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    edits.set(problem.diagram, [...(edits.get(problem.diagram) ?? []), ...chosen.edits]);
    applied.push(problem);
  }
  if (applied.length === 0) return { text: source.text, applied };
  const diagrams = find(source, limits).value;
  const changes = [...edits].flatMap(([number, own]): readonly TextEdit[] => {
    const diagram = diagrams[number - 1];
    return diagram === undefined ? [] : edit(diagram, own, limits).value;
  });
  return { text: applyTextEdits(source.text, changes), applied };
}

/** What an edit changes: two of the same would undo each other. */
const keyOf = (each: Edit): string =>
  `${each.page} ${each.cell} ${each.type}${each.type === 'style' ? ` ${each.key}` : each.type === 'property' ? ` ${each.name}` : ''}`;
