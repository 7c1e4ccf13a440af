import type { Container, StageGraph } from '../stage-graph.ts';
import type { Shape } from './shapes.ts';

/** A shape, or a lane or group with what stands in it. */
export type Place =
  | { readonly kind: 'shape'; readonly shape: Shape }
  | { readonly kind: 'container'; readonly id: string; readonly label: string; readonly content: readonly Place[] };

/** Containers deeper than this are told of as if they stood at this depth: other programs nest by recursion. */
const DEEPEST = 50;

/** Shapes in their lanes and groups. Empty containers are left out, unless a flow ends at one. */
export function nested({ lanes, groups, flows }: StageGraph, shapes: readonly Shape[]): readonly Place[] {
  const containers = new Map([...lanes, ...groups].map((container) => [container.id, container]));
  const ends = new Set(flows.flatMap(({ from, to }) => [from, to]));
  const content = new Map<string | null, Place[]>();
  const add = (around: string | null, place: Place) => {
    const places = content.get(around);
    if (places === undefined) content.set(around, [place]);
    else places.push(place);
  };
  for (const shape of shapes) add(around(shape, containers), { kind: 'shape', shape });
  const byDepth = [...containers.values()].map((container) => ({ container, depth: depthOf(container, containers) }));
  for (const { container, depth } of byDepth.toSorted((a, b) => b.depth - a.depth)) {
    const { id, label } = container;
    const inner = content.get(id) ?? [];
    if (inner.length === 0 && !ends.has(id)) continue;
    add(depth > DEEPEST ? null : around(container, containers), { kind: 'container', id, label, content: inner });
  }
  return content.get(null) ?? [];
}

/** The nearest container: the smaller one of lane and group. */
function around(
  { lane, parent }: Pick<Container, 'lane' | 'parent'>,
  containers: ReadonlyMap<string, Container>,
): string | null {
  const group = parent === null ? undefined : containers.get(parent);
  const outer = lane === null ? undefined : containers.get(lane);
  if (group === undefined || outer === undefined) return group?.id ?? outer?.id ?? null;
  const sizes = [group, outer].map(({ bounds }) => bounds.width * bounds.height);
  return (sizes[0] ?? 0) <= (sizes[1] ?? 0) ? group.id : outer.id;
}

/** How many containers stand around one; deeper than the deepest counts no further. */
function depthOf(container: Container, containers: ReadonlyMap<string, Container>): number {
  let depth = 0;
  let at: Container | undefined = container;
  while (at !== undefined && depth <= DEEPEST) {
    depth++;
    at = containers.get(around(at, containers) ?? '');
  }
  return depth;
}
