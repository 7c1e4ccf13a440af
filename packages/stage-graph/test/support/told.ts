import type { MxFile } from '@mxg/model';
import { extract, type Flow, type StageGraph } from '@mxg/stage-graph';
import { drawing, type Rows } from './draw.ts';

/** What a reader is told of a drawing, by the words on it: a shape without any goes by its id. */
export interface Told {
  /** In their order. */
  readonly stages: readonly string[];
  /** `A → B`, with ` : label` where there is one; sorted. */
  readonly flows: readonly string[];
  /** `A | M | B`; `-` for none. */
  readonly milestones: readonly string[];
  /** `decision Ready?`. */
  readonly marks: readonly string[];
  /** `Lane: A, B`. */
  readonly lanes: readonly string[];
  readonly groups: readonly string[];
  /** `note n of a`, by id. */
  readonly rest: readonly string[];
  readonly graph: StageGraph;
}

export const told = (...cells: Rows): Told => toldOf(drawing(...cells));

export function toldOf(file: MxFile, page = 0): Told {
  const graph = extract(file, page);
  const shapes = [...graph.stages, ...graph.milestones, ...graph.marks, ...graph.lanes, ...graph.groups];
  const words = new Map(shapes.map(({ id, label }) => [id, label === '' ? id : label]));
  const name = (id: string | null) => (id === null ? '-' : (words.get(id) ?? id));
  const box = (each: StageGraph['lanes'][number]) => `${name(each.id)}: ${each.stages.map(name).join(', ')}`;
  return {
    stages: graph.stages.map(({ id }) => name(id)),
    flows: graph.flows.map((flow) => flowText(flow, name)).toSorted(),
    milestones: graph.milestones.map(({ id, between }) => [between[0], id, between[1]].map(name).join(' | ')),
    marks: graph.marks.map(({ id, kind }) => `${kind} ${name(id)}`),
    lanes: graph.lanes.map(box),
    groups: graph.groups.map(box),
    rest: graph.decorations.map(({ cell, role, of }) => `${role} ${cell}${of === null ? '' : ` of ${of}`}`),
    graph,
  };
}

const ARROWS = { to: '→', both: '↔', none: '—' } as const;

const flowText = ({ from, to, heads, label }: Flow, name: (id: string | null) => string): string =>
  `${name(from)} ${ARROWS[heads]} ${name(to)}${label === '' ? '' : ` : ${label}`}`;

/** The names of all cells that a graph speaks of, each as often as it does: drawn cells stand in it once. */
export const cellsIn = (graph: StageGraph): readonly string[] => [
  ...[graph.stages, graph.milestones, graph.marks, graph.lanes, graph.groups].flatMap((list) =>
    list.map(({ id }) => id),
  ),
  ...graph.flows.flatMap(({ via, evidence }) => (via === 'edge' ? evidence.slice(0, 1) : [])),
  ...graph.decorations.map(({ cell }) => cell),
];
