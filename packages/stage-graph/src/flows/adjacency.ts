import { isArrowShape } from '../drawing/arrows.ts';
import { directionOf } from '../drawing/direction.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import type { Figure } from '../scene/figure.ts';
import { grouped } from '../scene/grouped.ts';
import { rowsOf } from '../order.ts';
import { center, gapX, gapY } from '../scene/rectangle.ts';
import type { Flow } from '../stage-graph.ts';
import { tolerance } from '../tolerance.ts';
import type { Lead } from './lead.ts';
import { byNumber } from './numbered.ts';
import { metBy, stacks } from './stack.ts';

/**
 * The flows that follow from standing side by side, in reading direction. Only where no edge or arrow says how stages follow
 * each other: rows and columns of stages that touch, are chevrons, hold arrow shapes or have milestones between them; stages
 * that are numbered; and stacks that flows enter at the first and leave at the last.
 */
export function adjacencyFlows(drawing: Drawing, roles: Roles, told: readonly Lead[]): readonly Lead[] {
  const met = metBy(told);
  const stages = drawing.figures.filter((figure) => roles.get(figure)?.role === 'stage');
  const homes = [true, false].flatMap((hidden) => [
    ...grouped(
      stages.filter((figure) => figure.hidden === hidden),
      (figure) => drawing.containerOf.get(figure) ?? OUTSIDE,
      (figure) => figure,
    ).values(),
  ]);
  return homes.flatMap((together) => {
    if (together.some((figure) => met.left.has(figure) || met.entered.has(figure)))
      return stacks(together, met, drawing.unit).flatMap((stack) => pairs(stack).map((pair) => step(pair)));
    const numbered = byNumber(together, drawing, roles);
    if (numbered !== null) return pairs(numbered).map((pair) => step(pair));
    const lines = together.every(({ form }) => form === 'chevron') ? rowsOf(together) : [lineOf(together)];
    return lines.flatMap((line) => pairs(asPointed(line, drawing)).flatMap((pair) => beside(pair, drawing, roles)));
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
    hidden: tail.hidden,
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

/** A line the other way round where all that points along it, chevrons and arrow shapes in its stages, points back. */
function asPointed(line: readonly Figure[], drawing: Drawing): readonly Figure[] {
  const [first, last] = [line[0], line.at(-1)];
  if (first === undefined || last === undefined) return line;
  const x = center(last.bounds).x - center(first.bounds).x;
  const y = center(last.bounds).y - center(first.bounds).y;
  const senses = new Set(
    line
      .flatMap((figure) => [figure, ...(drawing.contentOf.get(figure) ?? [])])
      .filter((figure) => figure.form === 'chevron' || isArrowShape(figure))
      .map((figure) => directionOf(figure))
      .map((direction) => Math.sign(Math.round(direction.x * x + direction.y * y))),
  );
  return senses.has(-1) && !senses.has(1) ? line.toReversed() : line;
}

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
