import type { Connector } from '../scene/connector.ts';
import type { Figure } from '../scene/figure.ts';
import type { Scene } from '../scene/scene.ts';
import type { Arrow } from './arrows.ts';
import { isLifeline } from './ports.ts';

/** How many edges and arrows lead into a figure and out of it, those at its title, details and ports included. */
export interface Ties {
  readonly into: (figure: Figure) => number;
  readonly outOf: (figure: Figure) => number;
  readonly of: (figure: Figure) => number;
  /** Whether anything inside a figure, however deep, has one. */
  readonly inside: (figure: Figure) => boolean;
  /** Whether the page has any between two figures. */
  readonly any: boolean;
}

export function readTies(
  scene: Scene,
  arrows: readonly Arrow[],
  idle: ReadonlyMap<Connector, unknown>,
  standsFor: ReadonlyMap<Figure, Figure>,
): Ties {
  const meant = (figure: Figure | null) => meantBy(figure, standsFor);
  const into = new Map<Figure, number>();
  const outOf = new Map<Figure, number>();
  let any = arrows.length > 0;
  for (const connector of scene.connectors) {
    const { tail, head } = connector;
    if (idle.has(connector)) continue;
    count(outOf, meant(tail.figure));
    count(into, meant(head.figure));
    any ||= tail.figure !== null && head.figure !== null;
  }
  for (const { from, to } of arrows) {
    count(outOf, from);
    count(into, to);
  }
  const inside = new Set<Figure>();
  for (const figure of [...into.keys(), ...outOf.keys()]) {
    let around = scene.containerOf.get(figure);
    while (around !== undefined && !inside.has(around)) {
      inside.add(around);
      around = scene.containerOf.get(around);
    }
  }
  return {
    into: (figure) => into.get(figure) ?? 0,
    outOf: (figure) => outOf.get(figure) ?? 0,
    of: (figure) => (into.get(figure) ?? 0) + (outOf.get(figure) ?? 0),
    inside: (figure) => inside.has(figure),
    any,
  };
}

/** The body that a title, detail or port belongs to; messages between lifelines make no steps of them. */
function meantBy(figure: Figure | null, standsFor: ReadonlyMap<Figure, Figure>): Figure | null {
  const owner = figure === null ? undefined : standsFor.get(figure);
  return owner === undefined || isLifeline(owner) ? figure : owner;
}

function count(map: Map<Figure, number>, figure: Figure | null): void {
  if (figure !== null) map.set(figure, (map.get(figure) ?? 0) + 1);
}
