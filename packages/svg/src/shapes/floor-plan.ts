import { path } from '../draw/element.ts';
import { outline, solid, type Frame, type Shape } from '../draw/figure.ts';
import { boxPath, linePath, polygonPath } from '../draw/paths.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';
import { lengthOf } from './quantities.ts';

/** px: style `wallThickness`. */
const thicknessOf = (frame: Frame): number =>
  lengthOf(frame, 'wallThickness', 10, Math.min(frame.width, frame.height) / 2 || 0);

const wall: Shape = (frame) => {
  const thick = lengthOf(frame, 'wallThickness', 10, frame.height);
  return [solid(boxPath({ x: 0, y: (frame.height - thick) / 2, width: frame.width, height: thick }))];
};

const wallCorner: Shape = (frame) => {
  const { width, height } = frame;
  const thick = thicknessOf(frame);
  return [solid(polygonPath([0, 0], [width, 0], [width, thick], [thick, thick], [thick, height], [0, height]))];
};

/** Walls on three sides. */
const wallU: Shape = (frame) => {
  const { width, height } = frame;
  const thick = thicknessOf(frame);
  const inside = width - thick;
  return [
    solid(
      polygonPath(
        [0, height],
        [0, 0],
        [width, 0],
        [width, height],
        [inside, height],
        [inside, thick],
        [thick, thick],
        [thick, height],
      ),
    ),
  ];
};

/** Walls on all sides. */
const room: Shape = (frame) => {
  const { width, height } = frame;
  const thick = thicknessOf(frame);
  const [right, bottom] = [width - thick, height - thick];
  const inside = polygonPath([thick, thick], [thick, bottom], [right, bottom], [right, thick]);
  return [solid(`${boxPath(whole(frame))} ${inside}`)];
};

const window: Shape = (frame) => [
  solid(boxPath(whole(frame))),
  outline(linePath([0, frame.height / 2], [frame.width, frame.height / 2])),
];

/** px: the sill of a door. */
const SILL = 5;

const sill = ({ width }: Frame): string => boxPath({ x: 0, y: 0, width, height: SILL });

/** The way of a door that hangs at one side of its sill and opens to the other. */
const leaf = (hinge: number, latch: number, height: number): string =>
  path(
    ['M', hinge, SILL, 'L', hinge, height],
    ['A', Math.abs(latch - hinge), Math.max(0, height - SILL), 0, 0, latch > hinge ? 0 : 1, latch, SILL],
  );

const doorLeft: Shape = (frame) => [solid(sill(frame)), outline(leaf(0, frame.width, frame.height))];
const doorRight: Shape = (frame) => [solid(sill(frame)), outline(leaf(frame.width, 0, frame.height))];
const doorDouble: Shape = (frame) => {
  const { width, height } = frame;
  return [solid(sill(frame)), outline(`${leaf(0, width / 2, height)} ${leaf(width, width / 2, height)}`)];
};

/** Lengths measured in draw.io's pictures. Not here: furniture, which is stencils. */
export const floorPlanShapes: Family = {
  'mxgraph.floorplan.wall': { draw: wall },
  'mxgraph.floorplan.wallCorner': { draw: wallCorner },
  'mxgraph.floorplan.wallU': { draw: wallU },
  'mxgraph.floorplan.room': { draw: room },
  'mxgraph.floorplan.window': { draw: window },
  'mxgraph.floorplan.doorLeft': { draw: doorLeft },
  'mxgraph.floorplan.doorRight': { draw: doorRight },
  'mxgraph.floorplan.doorDouble': { draw: doorDouble },
};
