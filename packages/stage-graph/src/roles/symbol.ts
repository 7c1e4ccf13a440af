import { styleValue } from '@mxg/model';
import type { Drawing } from '../drawing/drawing.ts';
import { isLabelled, isSolid } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import { breadth } from '../scene/rectangle.ts';
import type { MarkKind } from '../stage-graph.ts';
import { edgesOf, forkOrJoin } from './bar.ts';
import { likenessOf } from './likeness.ts';
import { decision, type Rule } from './role.ts';

export const symbol: Rule = {
  reasons: {
    symbol: 'a symbol that its notation reserves for starts, ends, decisions, forks and joins, with edges at it',
  },
  decide(open, drawing) {
    const tied = open.filter((figure) => isSolid(figure) && drawing.ties.of(figure) > 0);
    const named = tied.filter((figure) => isDot(figure) && isWord(drawing.nameOf(figure)));
    const twin = likenessOf(tied.every(isDot) ? tied : named, drawing);
    const step = likenessOf(
      tied.filter((figure) => isPill(figure) && oneWay(figure, drawing) === null),
      drawing,
    );
    return open.flatMap((figure) => {
      const isNode = (isDot(figure) && twin(figure) !== undefined) || (isPill(figure) && step(figure) !== undefined);
      const kind = isNode || drawing.ties.of(figure) === 0 ? null : kindOf(figure, drawing);
      return kind === null ? [] : [{ ...decision(figure, 'mark', 'symbol', null, edgesOf(figure, drawing)), kind }];
    });
  },
};

/** What is a symbol beside boxes, and a step where its like has a name or there is nothing else. */
export const isDot = ({ form }: Figure): boolean => form === 'round' || form === 'reference';

/** Where flows begin or end, unless its like stands between others, too. */
const isPill = ({ form }: Figure): boolean => form === 'terminator';

function kindOf(figure: Figure, drawing: Drawing): MarkKind | null {
  switch (figure.form) {
    case 'start':
    case 'end':
    case 'decision':
      return figure.form;
    case 'diamond':
      return 'decision';
    case 'parallel':
    case 'junction':
      return forkOrJoin(figure, drawing);
    case 'reference':
      return oneWay(figure, drawing) ?? forkOrJoin(figure, drawing);
    case 'terminator':
      return oneWay(figure, drawing);
    case 'round':
      if (OPERATORS.test(figure.label.text)) return 'decision';
      return isAnonymous(figure, drawing) ? (oneWay(figure, drawing) ?? forkOrJoin(figure, drawing)) : null;
    default:
      return null;
  }
}

/** What event-driven process chains write on their connectors. */
const OPERATORS = /^(?:X?OR|AND|V|X|[\u2227\u2228\u2295\u00d7+])$/i;

/** What names a step: no operator, and no number or letter that refers elsewhere. */
const isWord = (name: string): boolean => name.length > 2 && !OPERATORS.test(name);

/** Where flows only begin or only end. */
export function oneWay(figure: Figure, { ties }: Drawing): 'start' | 'end' | null {
  if (ties.into(figure) === 0) return 'start';
  return ties.outOf(figure) === 0 ? 'end' : null;
}

/** A small round shape without a name. */
const isAnonymous = (figure: Figure, { unit, nameOf }: Drawing): boolean =>
  !isLabelled(figure) && (nameOf(figure) === '' || isBlack(figure)) && breadth(figure.bounds) <= unit;

const isBlack = ({ cell }: Figure): boolean => /^#0{3,6}$/.test(styleValue(cell.style, 'fillColor') ?? '');
