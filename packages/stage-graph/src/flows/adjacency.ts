import type { Drawing } from '../drawing/drawing.ts';
import { isArrowShape } from '../drawing/arrows.ts';
import type { Roles } from '../roles/role.ts';
import type { Figure } from '../scene/figure.ts';
import { grouped } from '../scene/grouped.ts';
import { center, gapX, gapY } from '../scene/rectangle.ts';
import { tolerance } from '../tolerance.ts';
import type { Lead } from './edges.ts';

/**
 * The flows that follow from standing side by side, in reading direction: of stages in one row or one column that touch, are
 * chevrons, hold arrow shapes or have milestones between them. Only where no edge or arrow says how they follow each other.
 */
export function adjacencyFlows(drawing: Drawing, roles: Roles, explicit: readonly Lead[]): readonly Lead[] {
  const told = new Set(explicit.flatMap(({ tail, head }) => [tail, head]));
  const stages = drawing.figures.filter((figure) => roles.get(figure)?.role === 'stage');
  const homes = grouped(
    stages,
    (figure) => drawing.containerOf.get(figure) ?? OUTSIDE,
    (figure) => figure,
  );
  return [...homes.values()].flatMap((together) =>
    together.length < 2 || together.some((figure) => told.has(figure)) ? [] : chain(together, drawing, roles),
  );
}

const OUTSIDE = Symbol('outside of any container');

function chain(stages: readonly Figure[], drawing: Drawing, roles: Roles): readonly Lead[] {
  const row = stages.toSorted((a, b) => center(a.bounds).x - center(b.bounds).x);
  const column = stages.toSorted((a, b) => center(a.bounds).y - center(b.bounds).y);
  const line = isLine(row, gapX, gapY) ? row : isLine(column, gapY, gapX) ? column : [];
  return line.slice(1).flatMap((to, i) => {
    const from = line[i];
    return from === undefined ? [] : step(from, to, drawing, roles);
  });
}

/** Whether each stands beside the next one, and level with it. */
const isLine = (line: readonly Figure[], along: Gap, across: Gap): boolean =>
  line.slice(1).every((next, i) => {
    const one = line[i]?.bounds ?? next.bounds;
    return across(one, next.bounds) < 0 && along(one, next.bounds) > across(one, next.bounds);
  });

type Gap = typeof gapX;

function step(from: Figure, to: Figure, drawing: Drawing, roles: Roles): readonly Lead[] {
  const evidence = [...arrowsIn(from, drawing), ...milestonesBetween(from, to, drawing, roles)];
  const chevrons = from.form === 'chevron' && to.form === 'chevron';
  if (evidence.length === 0 && !chevrons && !touch(from, to)) return [];
  return [
    {
      from: from.id,
      to: to.id,
      label: '',
      via: 'adjacency',
      heads: 'to',
      ends: ['placed', 'placed'],
      evidence: [from.id, to.id, ...evidence],
      tail: from,
      head: to,
    },
  ];
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
