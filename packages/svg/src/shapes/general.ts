import type { Rectangle } from '@mxg/model';
import { outline, solid, type Frame, type Shape } from '../draw/figure.ts';
import { boxPath, closedPath, ellipsePath, linePath, roundedPolygon } from '../draw/paths.ts';
import {
  hexagon,
  parallelogram,
  rhombus,
  step,
  trapezoid,
  triangle,
  type Corners,
} from '../view/perimeters/corners.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { doubled, shrunk } from './quantities.ts';

/** A corner is rounded by this share of the shorter side; style `arcSize`. */
const ARC = 15;

/** px. */
export function cornerRadius({ width, height, style }: Frame): number {
  if (style('rounded') !== '1') return 0;
  if (style('absoluteArcSize') === '1')
    return Math.max(0, Math.min(width / 2, height / 2, numberOf(style, 'arcSize', 20) / 2));
  return (Math.min(width, height) * Math.max(0, numberOf(style, 'arcSize', ARC))) / 100;
}

export const whole = ({ width, height }: Frame): Rectangle => ({ x: 0, y: 0, width, height });

export const box: Shape = (frame) => [solid(boxPath(whole(frame), cornerRadius(frame)))];

export const ellipse: Shape = (frame) => [solid(ellipsePath(whole(frame)))];

export const doubleEllipse: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const inset = numberOf(style, 'margin', Math.min(3 + paint.strokeWidth, Math.min(width / 5, height / 5)));
  const inner = shrunk(whole(frame), inset);
  return [...ellipse(frame), ...(inner.width > 0 && inner.height > 0 ? [outline(ellipsePath(inner))] : [])];
};

const polygon =
  (corners: Corners): Shape =>
  (frame) => {
    const { style } = frame;
    const radius = style('rounded') === '1' ? numberOf(style, 'arcSize', 20) / 2 : 0;
    return [solid(roundedPolygon(corners(whole(frame), style), radius))];
  };

/** Where `double=1`, a second one stands in it. */
export const diamond: Shape = (frame) => {
  const inset = 2 * doubled(frame);
  const inner = shrunk(whole(frame), inset);
  const second =
    frame.style('double') === '1' && inner.width > 0 && inner.height > 0
      ? [outline(closedPath(rhombus(inner, frame.style)))]
      : [];
  return [...polygon(rhombus)(frame), ...second];
};

export const triangular = polygon(triangle);
export const hexagonal = polygon(hexagon);
export const parallelogramShape = polygon(parallelogram);
export const trapezoidal = polygon(trapezoid);
export const stepShape = polygon(step);

/** A level line through the middle. */
export const line: Shape = ({ width, height }) => [outline(linePath([0, height / 2], [width, height / 2]))];

export const generalShapes: Family = {
  label: { draw: box },
  rect: { draw: box },
  rectangle: { draw: box },
  ellipse: { draw: ellipse },
  doubleEllipse: { draw: doubleEllipse },
  rhombus: { draw: diamond },
  triangle: { draw: triangular },
  hexagon: { draw: hexagonal },
  parallelogram: { draw: parallelogramShape },
  trapezoid: { draw: trapezoidal },
  step: { draw: stepShape },
  line: { draw: line },
};
