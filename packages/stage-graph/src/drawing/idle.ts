import type { Connector } from '../scene/connector.ts';
import { nearby } from '../scene/nearby.ts';
import { boxOf, liesOn, runsAlong, segmentsOf, type Segment } from '../scene/route.ts';
import type { Scene } from '../scene/scene.ts';

/** px: two lines this near are drawn as one. */
const SAME_LINE = 1;

/** Why an edge leads from no shape to another. */
export type Idleness = 'joins' | 'aside' | 'tether';

/** The edges that lead nowhere, and why. */
export function idleEdges(scene: Scene): ReadonlyMap<Connector, Idleness> {
  const { connectors } = scene;
  const joining = joiningEdges(scene);
  const drawsAsides = !connectors.every(isAside);
  return new Map(
    connectors.flatMap((connector): [Connector, Idleness][] => {
      if (joining.has(connector)) return [[connector, 'joins']];
      if (isTether(connector)) return [[connector, 'tether']];
      return drawsAsides && isAside(connector) ? [[connector, 'aside']] : [];
    }),
  );
}

/** A dashed line without a head says that two things belong together; unless all lines are drawn so. */
const isAside = ({ dashed, heads }: Connector): boolean => dashed && heads === 'none';

/** A line without a head that ends at a note holds on to it. */
const isTether = ({ tail, head, heads }: Connector): boolean =>
  heads === 'none' && (tail.figure?.form === 'note' || head.figure?.form === 'note');

/**
 * Edges with an end that the file ties to another edge, or whose untied end lies on another edge or runs along it: a reader
 * sees them flow into that edge, and to no shape of their own.
 */
function joiningEdges({ connectors }: Scene): ReadonlySet<Connector> {
  const pieces = connectors.flatMap((connector) =>
    segmentsOf(connector.route).map((segment) => ({ connector, segment })),
  );
  const near = nearby(pieces, ({ segment }) => boxOf(segment));
  const joins = (connector: Connector, last: Segment | undefined, touches: boolean): boolean =>
    last !== undefined &&
    near
      .at(last[1], SAME_LINE)
      .some(
        (other) =>
          other.connector !== connector &&
          other.connector.tail.how === 'stored' &&
          other.connector.head.how === 'stored' &&
          (runsAlong(last, other.segment, SAME_LINE) || (!touches && liesOn(last[1], other.segment, SAME_LINE))),
      );
  return new Set(
    connectors.filter((connector) => {
      const { tail, head, route } = connector;
      if (tail.onEdge || head.onEdge) return true;
      const last = segmentsOf(route).at(-1);
      const first = segmentsOf(route.toReversed()).at(-1);
      return (
        (head.how !== 'stored' && joins(connector, last, head.how === 'touching')) ||
        (tail.how !== 'stored' && joins(connector, first, tail.how === 'touching'))
      );
    }),
  );
}
