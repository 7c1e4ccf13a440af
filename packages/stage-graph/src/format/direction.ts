import type { StageGraph } from '../stage-graph.ts';

/** Whether the flows of a drawing run more from left to right or from top to bottom. */
export function direction({ stages, marks, flows }: StageGraph): 'LR' | 'TB' {
  const bounds = new Map([...stages, ...marks].map((shape) => [shape.id, shape.bounds]));
  let across = 0;
  let down = 0;
  for (const { from, to } of flows) {
    const a = bounds.get(from ?? '');
    const b = bounds.get(to ?? '');
    if (a === undefined || b === undefined) continue;
    across += Math.abs(a.x + a.width / 2 - b.x - b.width / 2);
    down += Math.abs(a.y + a.height / 2 - b.y - b.height / 2);
  }
  return down > across ? 'TB' : 'LR';
}
