import { styleValue } from '@mxg/model';
import type { Drawing } from '../drawing/drawing.ts';
import { isLabelled } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import { breadth } from '../scene/rectangle.ts';
import type { MarkKind } from '../stage-graph.ts';
import { edgesOf, forkOrJoin } from './bar.ts';
import { decision, type Rule } from './role.ts';

export const symbol: Rule = {
  name: 'symbol',
  says: 'a symbol that its notation reserves for starts, ends, decisions, forks and joins, with edges at it',
  decide: (open, drawing) =>
    open.flatMap((figure) => {
      const kind = drawing.ties.of(figure) === 0 ? null : kindOf(figure, drawing);
      return kind === null ? [] : [{ ...decision(figure, 'mark', null, edgesOf(figure, drawing)), kind }];
    }),
};

function kindOf(figure: Figure, drawing: Drawing): MarkKind | null {
  switch (figure.form) {
    case 'start':
    case 'end':
    case 'decision':
      return figure.form;
    case 'diamond':
      return 'decision';
    case 'parallel':
    case 'connector':
      return forkOrJoin(figure, drawing);
    case 'terminator':
      return oneWay(figure, drawing);
    case 'round':
      if (OPERATORS.test(figure.label.text)) return 'decision';
      return isDot(figure, drawing) ? (oneWay(figure, drawing) ?? forkOrJoin(figure, drawing)) : null;
    default:
      return null;
  }
}

/** What event-driven process chains write on their connectors. */
const OPERATORS = /^(?:X?OR|AND|V|X|[\u2227\u2228\u2295\u00d7+])$/i;

/** Where flows only begin or only end. */
export function oneWay(figure: Figure, { ties }: Drawing): 'start' | 'end' | null {
  if (ties.into(figure) === 0) return 'start';
  return ties.outOf(figure) === 0 ? 'end' : null;
}

/** A small round shape without a name. */
const isDot = (figure: Figure, { unit, nameOf }: Drawing): boolean =>
  !isLabelled(figure) && (nameOf(figure) === '' || isBlack(figure)) && breadth(figure.bounds) <= unit;

const isBlack = ({ cell }: Figure): boolean => /^#0{3,6}$/.test(styleValue(cell.style, 'fillColor') ?? '');
