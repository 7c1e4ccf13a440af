import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import type { Lead } from './edges.ts';
import { nodesOf } from './node.ts';

/** The flows that arrow shapes draw. */
export function arrowFlows(drawing: Drawing, roles: Roles): readonly Lead[] {
  const nodeOf = nodesOf(drawing, roles);
  return drawing.arrows.map(({ figure, from, to }) => {
    const tail = nodeOf(from);
    const head = nodeOf(to);
    return {
      from: tail.id,
      to: head.id,
      label: figure.label.text,
      via: 'arrow',
      heads: 'to',
      ends: ['placed', 'placed'],
      evidence: [figure.id],
      tail,
      head,
    };
  });
}
