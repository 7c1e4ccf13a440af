import type { Flow, MarkKind, StageGraph } from '../stage-graph.ts';
import { nested, type Place } from './nesting.ts';
import { direction } from './direction.ts';
import { milestoneTies, shapesOf, type Shape } from './shapes.ts';

/** The graph in Graphviz's language: boxes in clusters, milestones on dotted lines. */
export function dot(graph: StageGraph): string {
  const lines = nested(graph, shapesOf(graph)).flatMap((place) => placeLines(place, '  '));
  return [
    'digraph {',
    `  rankdir=${direction(graph)}`,
    '  node [shape=box]',
    ...lines,
    ...graph.flows.map((flow, i) => flowLine(flow, i)),
    ...milestoneTies(graph).map(([from, to]) => `  ${quoted(from)} -> ${quoted(to)} [style=dotted dir=none]`),
    '}',
    '',
  ].join('\n');
}

function placeLines(place: Place, indent: string): string[] {
  if (place.kind === 'shape') return [`${indent}${nodeLine(place.shape)}`];
  return [
    `${indent}subgraph ${quoted(`cluster ${place.id}`)} {`,
    `${indent}  label=${quoted(place.label)}`,
    ...place.content.flatMap((inner) => placeLines(inner, `${indent}  `)),
    `${indent}}`,
  ];
}

const SHAPES: Readonly<Record<MarkKind | 'milestone' | 'stage' | 'other', string>> = {
  stage: '',
  milestone: ' shape=circle',
  start: ' shape=circle style=filled fillcolor=black fontcolor=white',
  end: ' shape=doublecircle',
  decision: ' shape=diamond',
  fork: ' shape=point',
  join: ' shape=point',
  other: ' shape=note',
};

const nodeLine = ({ id, kind, label, href }: Shape): string =>
  `${quoted(id)} [label=${quoted(label)}${SHAPES[kind]}${href === null ? '' : ` URL=${quoted(href)}`}]`;

const HEADS = { to: '', both: 'dir=both', none: 'dir=none' } as const;

/** A loose end is a point of its own. */
function flowLine({ from, to, label, heads, via }: Flow, i: number): string {
  const attributes = [
    ...(label === '' ? [] : [`label=${quoted(label)}`]),
    ...(HEADS[heads] === '' ? [] : [HEADS[heads]]),
    ...(via === 'adjacency' ? ['style=dashed'] : []),
  ].join(' ');
  const loose = [from, to].includes(null) ? `  ${quoted(`loose ${i}`)} [shape=point]\n` : '';
  const end = (id: string | null) => quoted(id ?? `loose ${i}`);
  return `${loose}  ${end(from)} -> ${end(to)}${attributes === '' ? '' : ` [${attributes}]`}`;
}

/** A string of Graphviz's language: only the quote and the backslash mean something in it. Control characters are left out. */
const quoted = (text: string): string => `"${text.replace(/[\u0000-\u001f]/g, ' ').replace(/["\\]/g, '\\$&')}"`;
