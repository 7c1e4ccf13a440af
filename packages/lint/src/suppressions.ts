import { attributeValue, positions, type Span } from '@mxg/model';
import type { FileView } from './rule.ts';

/** Problems that somebody decided to live with. */
export interface Suppression {
  /** Ids or groups, as written; empty: all rules. */
  readonly rules: readonly string[];
  /** Empty for none. */
  readonly reason: string;
  /** Where it stands in the file, or on which cell. */
  readonly at: { readonly span: Span } | { readonly diagram: number; readonly page: number; readonly cell: number };
  readonly covers: (problem: Covered) => boolean;
}

/** What of a problem decides whether a suppression covers it. */
export interface Covered {
  readonly rule: string;
  readonly span: Span | null;
  readonly diagram: number | null;
  readonly page: number | null;
  /** Index of the cell. */
  readonly cell: number | null;
}

/** The suppressions in a file: comments of its text, and properties of its cells. */
export const suppressionsIn = (view: FileView): readonly Suppression[] => [...commentsIn(view), ...cellsIn(view)];

/** A comment of HTML or MDX. */
const COMMENT = /(?:<!--|\{\/\*)\s{0,99}mxg-disable-(next-line|file)\b([^\n]{0,500}?)(?:-->|\*\/\})/g;

/** What opens a block of code, or one of draw.io's. */
const FENCE = /^[ \t>]{0,40}(?:```|~~~|:::)/;

function commentsIn({ source, diagrams }: FileView): readonly Suppression[] {
  if (source.charset === 'binary' || !source.text.includes('mxg-disable-')) return [];
  const positionAt = positions(source.text);
  const lines = source.text.split(/\r\n?|\n/);
  const starts = diagrams.map(({ embedded }) => {
    const { line } = positionAt(embedded.span.start);
    return FENCE.test(lines[line - 2] ?? '') ? line - 1 : line;
  });
  return [...source.text.matchAll(COMMENT)].map((found): Suppression => {
    const [all, kind, said = ''] = found;
    const span = { start: found.index, end: found.index + all.length };
    const next = positionAt(span.end).line + 1;
    const { rules, reason } = readSuppression(said);
    return {
      rules,
      reason,
      at: { span },
      covers: (problem) =>
        isOf(problem.rule, rules) && (kind === 'file' || isOnLine(problem, { next, starts, positionAt })),
    };
  });
}

interface Line {
  readonly next: number;
  /** The lines on which the file's diagrams begin, their fences included. */
  readonly starts: readonly number[];
  readonly positionAt: ReturnType<typeof positions>;
}

/** A diagram that begins on the next line is covered whole. */
const isOnLine = ({ span, diagram }: Covered, { next, starts, positionAt }: Line): boolean =>
  (span !== null && positionAt(span.start).line === next) || (diagram !== null && starts[diagram - 1] === next);

/** The custom property that suppresses problems of its cell. */
const PROPERTY = 'mxg-ignore';

function cellsIn({ diagrams }: FileView): readonly Suppression[] {
  return diagrams.flatMap(({ number, pages }) =>
    pages.flatMap(({ page, model }) =>
      model.cells.flatMap((cell): readonly Suppression[] => {
        const said = attributeValue(cell.properties, PROPERTY);
        if (said === null) return [];
        const { rules, reason } = readSuppression(said);
        const at = { diagram: number, page: page.index, cell: cell.index };
        return [{ rules, reason, at, covers: (problem) => isOf(problem.rule, rules) && isAt(problem, at) }];
      }),
    ),
  );
}

const isAt = (problem: Covered, at: { diagram: number; page: number; cell: number }): boolean =>
  problem.diagram === at.diagram && problem.page === at.page && problem.cell === at.cell;

const isOf = (rule: string, rules: readonly string[]): boolean =>
  !rule.startsWith('suppression/') &&
  (rules.length === 0 ||
    rules.some((each) => each === rule || (each.endsWith('/*') && rule.startsWith(each.slice(0, -1)))));

/** `rule, rule: reason`; without a colon there is no reason. */
function readSuppression(said: string): Pick<Suppression, 'rules' | 'reason'> {
  const colon = said.indexOf(':');
  const [names, reason] = colon < 0 ? [said, ''] : [said.slice(0, colon), said.slice(colon + 1).trim()];
  return { rules: names.split(/[\s,]+/).filter((name) => name !== '' && name !== '1' && name !== '*'), reason };
}
