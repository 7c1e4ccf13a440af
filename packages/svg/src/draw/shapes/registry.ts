import * as general from './general.ts';
import { image } from './image.ts';
import type { Shape } from './shape.ts';

/** Shapes by the name that styles give them. One that is missing is drawn as a box. */
export const shapes: Readonly<Record<string, Shape>> = {
  label: general.box,
  rect: general.box,
  rectangle: general.box,
  ellipse: general.ellipse,
  doubleEllipse: general.doubleEllipse,
  endState: general.doubleEllipse,
  startState: general.ellipse,
  rhombus: general.diamond,
  triangle: general.triangular,
  hexagon: general.hexagonal,
  parallelogram: general.parallelogramShape,
  trapezoid: general.trapezoidal,
  step: general.stepShape,
  image,
  line: general.line,
  process: general.process,
  note: general.note,
  cylinder: general.cylinder,
  cylinder3: general.cylinder3,
  umlActor: general.umlActor,
  swimlane: general.swimlane,
};
