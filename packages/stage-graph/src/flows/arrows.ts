import type { Drawing } from '../drawing/drawing.ts';
import { pointsBothWays } from '../drawing/direction.ts';
import type { Flow } from '../stage-graph.ts';
import type { Lead } from './lead.ts';
import type { NodeOf } from './node.ts';

/** The flows that arrow shapes draw. */
export function arrowFlows({ arrows }: Drawing, nodeOf: NodeOf): readonly Lead[] {
  return arrows.map(({ figure, from, to }) => {
    const tail = nodeOf(from);
    const head = nodeOf(to);
    const flow: Flow = {
      from: tail.id,
      to: head.id,
      label: figure.label.text,
      via: 'arrow',
      heads: pointsBothWays(figure) ? 'both' : 'to',
      ends: ['placed', 'placed'],
      hidden: figure.hidden,
      evidence: [figure.id],
    };
    return { flow, tail, head, edge: null };
  });
}
