import { readHref } from '../links/href.ts';
import type { MarkKind, StageGraph } from '../stage-graph.ts';

/** What other formats draw of a shape. */
export interface Shape {
  readonly id: string;
  readonly kind: 'stage' | 'milestone' | MarkKind | 'other';
  readonly label: string;
  /** The lane, and the stage or group around it. */
  readonly lane: string | null;
  readonly parent: string | null;
  /** Its link, if it is safe to follow outside of draw.io. */
  readonly href: string | null;
}

/** Every shape of a graph that a flow may end at, in order; lanes and groups not. */
export function shapesOf({
  stages,
  marks,
  milestones,
  lanes,
  groups,
  flows,
  decorations,
}: StageGraph): readonly Shape[] {
  const drawn = [
    ...marks.map((mark) => ({ ...mark, order: mark.order - 0.5 })),
    ...stages.map((stage) => ({ ...stage, kind: 'stage' as const })),
  ].toSorted((a, b) => a.order - b.order);
  const known = new Set([...drawn, ...milestones, ...lanes, ...groups].map(({ id }) => id));
  const ends = new Set(flows.flatMap(({ from, to }) => [from, to]));
  return [
    ...[...drawn, ...milestones.map((milestone) => ({ ...milestone, kind: 'milestone' as const }))].map(
      ({ id, kind, label, lane, parent, link }): Shape => ({
        id,
        kind,
        label,
        lane,
        parent,
        href: safe(link),
      }),
    ),
    ...decorations
      .filter(({ cell }) => ends.has(cell) && !known.has(cell))
      .map(({ cell, label }): Shape => ({ id: cell, kind: 'other', label, lane: null, parent: null, href: null })),
  ];
}

/** What is next to each milestone, as pairs in reading order: a stage and the milestone, the milestone and a stage. */
export const milestoneTies = ({ milestones }: StageGraph): readonly (readonly [from: string, to: string])[] =>
  milestones
    .flatMap(({ id, between: [before, after] }) => [[before, id] as const, [id, after] as const])
    .flatMap(([from, to]) => (from === null || to === null ? [] : [[from, to] as const]));

const FOLLOWED: ReadonlySet<string> = new Set(['anchor', 'page', 'external', 'mail']);

const safe = (link: string | null): string | null =>
  link !== null && FOLLOWED.has(readHref(link).kind) ? link.trim() : null;
