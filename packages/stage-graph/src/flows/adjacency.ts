import { isArrowShape } from '../drawing/arrows.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import type { Figure } from '../scene/figure.ts';
import { grouped } from '../scene/grouped.ts';
import { center, gapX, gapY } from '../scene/rectangle.ts';
import type { Flow } from '../stage-graph.ts';
import { tolerance } from '../tolerance.ts';
import type { Lead } from './lead.ts';
import { byNumber } from './numbered.ts';
import { stacks } from './stack.ts';

/**
 * The flows that follow from standing side by side, in reading direction. Only where no edge or arrow says how stages follow
 * each other: rows and columns of stages that touch, are chevrons, hold arrow shapes or have milestones between them; stages
 * that are numbered; and stacks that flows enter at the first and leave at the last.
 */
export function adjacencyFlows(drawing: Drawing, roles: Roles, told: readonly Lead[]): readonly Lead[] {
  const met = new Set(told.flatMap(({ tail, head }) => [tail, head]));
  const stages = drawing.figures.filter((figure) => roles.get(figure)?.role === 'stage');
  const homes = grouped(
    stages,
    (figure) => drawing.containerOf.get(figure) ?? OUTSIDE,
    (figure) => figure,
  );
  return [...homes.values()].flatMap((together) => {
    if (together.some((figure) => met.has(figure)))
      return stacks(together, told).flatMap((stack) => pairs(stack).map((pair) => step(pair)));
    const numbered = byNumber(together, drawing, roles);
    if (numbered !== null) return pairs(numbered).map((pair) => step(pair));
    return pairs(lineOf(together)).flatMap((pair) => beside(pair, drawing, roles));
  });
}

const OUTSIDE = Symbol('outside of any container');

type Pair = readonly [Figure, Figure];

const pairs = (line: readonly Figure[]): Pair[] => line.slice(1).map((to, i): Pair => [line[i] ?? to, to]);

function step([tail, head]: Pair, evidence: readonly string[] = []): Lead {
  const flow: Flow = {
    from: tail.id,
    to: head.id,
    label: '',
    via: 'adjacency',
    heads: 'to',
    ends: ['placed', 'placed'],
    evidence: [tail.id, head.id, ...evidence],
  };
  return { flow, tail, head, edge: null };
}

/** Stages in one row or one column, in reading direction; none when they stand otherwise. */
function lineOf(stages: readonly Figure[]): readonly Figure[] {
  const row = stages.toSorted((a, b) => center(a.bounds).x - center(b.bounds).x);
  if (isLine(row, gapX, gapY)) return row;
  const column = stages.toSorted((a, b) => center(a.bounds).y - center(b.bounds).y);
  return isLine(column, gapY, gapX) ? column : [];
}

/** Whether each stands beside the next one, and level with it. */
const isLine = (line: readonly Figure[], along: typeof gapX, across: typeof gapX): boolean =>
  pairs(line).every(([{ bounds: a }, { bounds: b }]) => across(a, b) < 0 && along(a, b) > across(a, b));

function beside([from, to]: Pair, drawing: Drawing, roles: Roles): readonly Lead[] {
  const evidence = [...arrowsIn(from, drawing), ...milestonesBetween(from, to, drawing, roles)];
  const chevrons = from.form === 'chevron' && to.form === 'chevron';
  if (evidence.length === 0 && !chevrons && !touch(from, to)) return [];
  return [step([from, to], evidence)];
}

function touch({ bounds: a }: Figure, { bounds: b }: Figure): boolean {
  const across = gapX(a, b) > gapY(a, b);
  const size = across ? Math.min(a.width, b.width) : Math.min(a.height, b.height);
  return Math.max(gapX(a, b), gapY(a, b)) <= tolerance.neighbour * size;
}

const arrowsIn = (figure: Figure, { contentOf }: Drawing): string[] =>
  (contentOf.get(figure) ?? []).filter(isArrowShape).map(({ id }) => id);

const milestonesBetween = (from: Figure, to: Figure, { near }: Drawing, roles: Roles): string[] =>
  near
    .around(from.bounds, 0)
    .filter((figure) => {
      const between = roles.get(figure)?.between;
      return between?.[0] === from && between[1] === to;
    })
    .map(({ id }) => id);
