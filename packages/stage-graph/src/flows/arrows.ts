import type { Drawing } from '../drawing/drawing.ts';
import { pointsBothWays } from '../drawing/direction.ts';
import type { Roles } from '../roles/role.ts';
import type { Flow } from '../stage-graph.ts';
import type { Lead } from './lead.ts';
import { nodesOf } from './node.ts';

/** The flows that arrow shapes draw. */
export function arrowFlows(drawing: Drawing, roles: Roles): readonly Lead[] {
  const nodeOf = nodesOf(drawing, roles);
  return drawing.arrows.map(({ figure, from, to }) => {
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
