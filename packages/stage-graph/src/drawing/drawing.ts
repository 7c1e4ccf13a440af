import type { Connector } from '../scene/connector.ts';
import type { Figure } from '../scene/figure.ts';
import type { Scene } from '../scene/scene.ts';
import { readArrows, type Arrow } from './arrows.ts';
import { readDetails } from './details.ts';
import { idleEdges, type Idleness } from './idle.ts';
import { readNames, type Names } from './names.ts';
import { isLabelled } from './solid.ts';
import { readPorts } from './ports.ts';
import { readTies, type Ties } from './ties.ts';

/** A scene with what its shapes have to do with each other, before any of them is given a role. */
export interface Drawing extends Scene {
  readonly arrows: readonly Arrow[];
  readonly names: Names;
  /** What edges mean that end at a title, detail or port: the shape that it belongs to. */
  readonly standsFor: ReadonlyMap<Figure, Figure>;
  /** Edges that lead from no shape to another, and why. */
  readonly idle: ReadonlyMap<Connector, Idleness>;
  readonly ties: Ties;
  /** As people read it: its own label, or the text cell that names it. */
  readonly nameOf: (figure: Figure) => string;
}

export function readDrawing(scene: Scene): Drawing {
  const arrows = readArrows(scene);
  const names = readNames(scene, arrows);
  const standsFor = new Map([...readDetails(scene), ...names.ownerOf, ...readPorts(scene, names)]);
  const idle = idleEdges(scene);
  const ties = readTies(scene, arrows, idle, standsFor);
  const nameOf = (figure: Figure) =>
    isLabelled(figure) ? figure.label.text : (names.titleOf.get(figure)?.label.text ?? figure.label.text);
  return { ...scene, arrows, names, standsFor, idle, ties, nameOf };
}
