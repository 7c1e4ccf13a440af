import type { Flow, MarkKind, StageGraph } from '../stage-graph.ts';
import { direction } from './direction.ts';
import { nested, type Place } from './nesting.ts';
import { milestoneTies, shapesOf, type Shape } from './shapes.ts';

/**
 * The graph as a Mermaid flowchart: stages in their lanes and groups, milestones on dotted lines, links to follow. Every label
 * is quoted, and whatever could mean something to Mermaid is written as a character code.
 */
export function mermaid(graph: StageGraph): string {
  const shapes = shapesOf(graph);
  const ids = idsOf(graph, shapes);
  return [
    `flowchart ${direction(graph)}`,
    ...nested(graph, shapes).flatMap((place) => placeLines(place, '  ', ids)),
    ...graph.flows.flatMap((flow, i) => flowLines(flow, i, ids)),
    ...milestoneTies(graph).map(([from, to]) => `  ${ids.get(from) ?? ''} -.- ${ids.get(to) ?? ''}`),
    ...shapes.flatMap(({ id, href }) => (href === null ? [] : [`  click ${ids.get(id) ?? ''} href "${url(href)}"`])),
    '',
  ].join('\n');
}

/** Ids of cells may hold anything; Mermaid's are numbered: `n1` a shape, `g1` a lane or group. */
const idsOf = ({ lanes, groups }: StageGraph, shapes: readonly Shape[]): ReadonlyMap<string, string> =>
  new Map([
    ...[...lanes, ...groups].map(({ id }, i): [string, string] => [id, `g${i + 1}`]),
    ...shapes.map(({ id }, i): [string, string] => [id, `n${i + 1}`]),
  ]);

type Ids = ReadonlyMap<string, string>;

function placeLines(place: Place, indent: string, ids: Ids): string[] {
  if (place.kind === 'shape') return [`${indent}${nodeText(place.shape, ids)}`];
  return [
    `${indent}subgraph ${ids.get(place.id) ?? ''} [${quoted(place.label)}]`,
    ...place.content.flatMap((inner) => placeLines(inner, `${indent}  `, ids)),
    `${indent}end`,
  ];
}

const BRACKETS: Readonly<Record<MarkKind | 'milestone' | 'stage' | 'other', readonly [string, string]>> = {
  stage: ['[', ']'],
  milestone: ['((', '))'],
  start: ['([', '])'],
  end: ['([', '])'],
  decision: ['{', '}'],
  fork: ['{{', '}}'],
  join: ['{{', '}}'],
  other: ['[/', '/]'],
};

function nodeText({ id, kind, label }: Shape, ids: Ids): string {
  const [open, close] = BRACKETS[kind];
  const name = kind === 'start' || kind === 'end' ? label || kind : label;
  return `${ids.get(id) ?? ''}${open}${quoted(name)}${close}`;
}

const LINES = { to: '-->', both: '<-->', none: '---' } as const;

/** A loose end is a small circle of its own. */
function flowLines({ from, to, label, heads }: Flow, i: number, ids: Ids): string[] {
  const end = (id: string | null) => (id === null ? `x${i + 1}(("#160;"))` : ids.get(id));
  const [tail, head] = [end(from), end(to)];
  if (tail === undefined || head === undefined) return [];
  return [`  ${tail} ${LINES[heads]}${label === '' ? '' : `|${quoted(label)}|`} ${head}`];
}

/** An empty label would be the id: a space that is not trimmed stands for it. */
const quoted = (text: string): string =>
  text.trim() === '' ? '"#160;"' : `"${text.replace(SPECIAL, code).replace(MISREAD, first).replace(LIST, first)}"`;

/** All but letters, digits, marks on letters and what means nothing to Mermaid. */
const SPECIAL = /[^\p{L}\p{M}\p{N} .,!?()/'-]/gu;

/** Words that Mermaid 11 takes for something else, even in a quoted label: addresses, directions, other diagrams. */
const MISREAD = /www(?=\.)|direction(?= +(?:TB|TD|BT|RL|LR))|C4(?=Context|Container|Component|Dynamic|Deployment)/gi;

/** What begins a list in Markdown. */
const LIST = /^(?:-|\d{1,9}(?=[.)]))/;

/** The first character as its code. */
const first = (word: string): string => code(word) + word.slice(1);

const code = (character: string): string => `#${character.codePointAt(0) ?? 32};`;

/** A URL between quotes, with what Mermaid would misread percent-encoded. */
const url = (href: string): string =>
  href.replace(/["\\<>`;\s]/g, encodeURIComponent).replace(C4, (word) => `C4%${hex(word.charAt(2))}${word.slice(3)}`);

/** Words that make Mermaid 11 take the whole text for another diagram. */
const C4 = /C4(?:Context|Container|Component|Dynamic|Deployment)/g;

const hex = (character: string): string => character.charCodeAt(0).toString(16);
