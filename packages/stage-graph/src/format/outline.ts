import { grouped } from '../scene/grouped.ts';
import type { Drawn, Flow, Mark, Milestone, Stage, StageGraph } from '../stage-graph.ts';

/**
 * The graph as a nested list in Markdown, to be read from top to bottom or by ear: stages by number, marks and milestones where
 * a reader meets them, below each what it says and where it leads. What could be markup is escaped.
 */
export function outline(graph: StageGraph): string {
  const names = namesOf(graph);
  const flowsFrom = grouped(
    graph.flows,
    ({ from }) => from,
    (flow) => flow,
  );
  const lines = stationsOf(graph).flatMap(({ shape }) => stationLines(shape, flowsFrom.get(shape.id) ?? [], names));
  return [titleOf(graph), '', ...lines, ''].join('\n');
}

type Station = { readonly at: number; readonly shape: Stage | Mark | Milestone };

/** Stages with the marks before them, and milestones before the stage that follows them. */
function stationsOf({ stages, marks, milestones }: StageGraph): readonly Station[] {
  const orderOf = new Map(stages.map(({ id, order }) => [id, order]));
  const behind = ([before, after]: Milestone['between']): number =>
    after === null ? (orderOf.get(before ?? '') ?? stages.length) + 0.75 : (orderOf.get(after) ?? 0) - 0.25;
  return [
    ...milestones.map((shape) => ({ at: behind(shape.between), shape })),
    ...marks.map((shape) => ({ at: shape.order - 0.5, shape })),
    ...stages.map((shape) => ({ at: shape.order, shape })),
  ].toSorted((a, b) => a.at - b.at);
}

const titleOf = ({ page, stages, milestones }: StageGraph): string =>
  `# ${escaped(page.name ?? `Page ${page.index + 1}`)}: ${[counted(stages.length, 'stage'), ...(milestones.length === 0 ? [] : [counted(milestones.length, 'milestone')])].join(', ')}`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** How other lines call a shape. */
function namesOf({ stages, marks, milestones, lanes, groups, decorations }: StageGraph): ReadonlyMap<string, string> {
  const others = decorations.map(({ cell, label, role }): [string, string] => [cell, escaped(label) || role]);
  const names = [
    ...others,
    ...[...lanes, ...groups].map(({ id, label }): [string, string] => [id, escaped(label) || 'unnamed group']),
    ...stages.map((stage): [string, string] => [stage.id, nameOf(stage)]),
    ...marks.map((mark): [string, string] => [mark.id, nameOf(mark)]),
    ...milestones.map((milestone): [string, string] => [milestone.id, nameOf(milestone)]),
  ];
  return new Map(names.map(([id, name]) => [id, shortened(name)]));
}

/** A name that others are told by, again and again: its own line has it in full. */
const shortened = (name: string): string => (name.length > LONG ? `${name.slice(0, LONG)}…` : name);

/** Characters; a slice that ends in an escape shows its backslash. */
const LONG = 1000;

const KINDS = { start: 'Start', end: 'End', decision: 'Decision', fork: 'Fork', join: 'Join' } as const;

function nameOf(shape: Stage | Mark | Milestone): string {
  const label = escaped(shape.label);
  if ('between' in shape) return `Milestone: ${label}`;
  if ('kind' in shape) return label === '' ? KINDS[shape.kind] : `${KINDS[shape.kind]}: ${label}`;
  return `${shape.order + 1}. ${label || 'unnamed stage'}`;
}

function stationLines(shape: Station['shape'], out: readonly Flow[], names: ReadonlyMap<string, string>): string[] {
  return [
    `- ${nameOf(shape)}${whereabouts(shape, names)}`,
    ...('between' in shape ? [`  - ${place(shape.between, names)}`] : []),
    ...('notes' in shape ? shape.notes.map(({ text }) => `  - note: ${escaped(text)}`) : []),
    ...out.map((flow) => `  - ${leads(flow, names)}`),
  ];
}

function whereabouts({ lane, link, hidden }: Drawn, names: ReadonlyMap<string, string>): string {
  const parts = [
    ...(lane === null ? [] : [`in ${names.get(lane) ?? 'a lane'}`]),
    ...(link === null ? [] : [`link: ${escaped(link)}`]),
    ...(hidden ? ['hidden'] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}

function place([before, after]: Milestone['between'], names: ReadonlyMap<string, string>): string {
  const name = (id: string | null) => names.get(id ?? '') ?? 'nothing';
  if (before === null) return `before ${name(after)}`;
  return after === null ? `after ${name(before)}` : `between ${name(before)} and ${name(after)}`;
}

function leads({ to, label, heads }: Flow, names: ReadonlyMap<string, string>): string {
  const target = to === null ? 'nowhere' : (names.get(to) ?? 'another shape');
  const way = heads === 'none' ? 'joined to' : heads === 'both' ? 'to and from' : 'then';
  return `${way} ${target}${label === '' ? '' : ` (${escaped(label)})`}`;
}

/** A text that Markdown shows as it is. */
const escaped = (text: string): string => text.replace(MARKUP, '\\$&');

const MARKUP = /[\\`*_[\]<>]/g;
