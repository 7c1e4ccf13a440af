import type { Connector } from '../scene/connector.ts';
import type { Figure } from '../scene/figure.ts';
import type { Flow } from '../stage-graph.ts';

/** A flow, with the figures that it joins. */
export interface Lead {
  readonly flow: Flow;
  readonly tail: Figure | null;
  readonly head: Figure | null;
  /** The edge that draws it; null for none. */
  readonly edge: Connector | null;
}
