import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Insets, type Part, type Shape } from '../draw/figure.ts';
import { linePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { lengthOf } from './quantities.ts';

/** px: height of half the lid; style `size`. */
const lidOf = (frame: Frame): number => lengthOf(frame, 'size', 15, frame.height / 2);

/** A cylinder that stands; with `lid=0` one looks at its hollow front alone. */
export const cylinder3: Shape = (frame) => {
  const { width, height, style } = frame;
  const [size, rx] = [lidOf(frame), width / 2];
  const foot = ['L', width, height - size, 'A', rx, size, 0, 0, 1, 0, height - size, 'Z'];
  if (style('lid') === '0') return [solid(path('M', 0, 0, 'A', rx, size, 0, 0, 0, width, 0, ...foot))];
  return [
    solid(path('M', 0, size, 'A', rx, size, 0, 0, 1, width, size, ...foot)),
    outline(path('M', width, size, 'A', rx, size, 0, 0, 1, 0, size)),
  ];
};

/** The label of a cylinder stands below its lid. */
const belowLid = (frame: Frame): Insets => {
  if (frame.style('boundedLbl') !== '1') return {};
  const size = lidOf(frame) / (frame.style('lid') === '0' ? 2 : 1);
  return { top: Math.min(frame.height, size * 2), bottom: Math.min(frame.height, size * 0.3) };
};

/** The older one: a lid of a fifth of the height, no more than 40 px; curves with handles a third beyond it. */
export const cylinder: Shape = ({ width, height }) => {
  const lid = Math.min(40, Math.round(height / 5));
  return [solid(drum(width, height, lid)), outline(rim(width, lid, lid))];
};

const drum = (width: number, height: number, lid: number): string =>
  path(
    ['M', 0, lid, 'C', 0, -lid / 3, width, -lid / 3, width, lid],
    ['L', width, height - lid, 'C', width, height + lid / 3, 0, height + lid / 3, 0, height - lid, 'Z'],
  );

/** The front of a rim whose ends lie so far down. */
const rim = (width: number, down: number, lid: number): string =>
  path('M', 0, down, 'C', 0, down + (4 * lid) / 3, width, down + (4 * lid) / 3, width, down);

/** A store of disks: three rims, each half a lid lower. */
const datastore: Shape = ({ width, height, paint }) => {
  const lid = Math.min(height / 2, Math.round(height / 8) + paint.strokeWidth - 1);
  const rims = [0, 1, 2].map((i) => rim(width, lid * (1 + i / 2), lid));
  return [solid(drum(width, height, lid)), outline(rims.join(' '))];
};

/** px: depth of a block; style `size`. */
const depthOf = (frame: Frame): number => lengthOf(frame, 'size', 20, Math.min(frame.width, frame.height));

/** Shades a side: −1 white to 1 black. */
function shade(d: string, degree: number): readonly Part[] {
  if (degree === 0) return [];
  return [filled(d, { fill: degree < 0 ? '#ffffff' : '#000000', fillOpacity: Math.min(1, Math.abs(degree)) })];
}

/** A block seen from above and the right hand. */
const cube: Shape = (frame) => {
  const { width, height, style } = frame;
  const size = depthOf(frame);
  const [right, bottom] = [width - size, height - size];
  return [
    solid(polygonPath([0, 0], [right, 0], [width, size], [width, height], [size, height], [0, bottom])),
    ...shade(polygonPath([0, 0], [right, 0], [width, size], [size, size]), numberOf(style, 'darkOpacity', 0)),
    ...shade(polygonPath([0, 0], [size, size], [size, height], [0, bottom]), numberOf(style, 'darkOpacity2', 0)),
    outline(`${linePath([size, height], [size, size], [0, 0])} ${linePath([size, size], [width, size])}`),
  ];
};

const inFront = (frame: Frame): Insets => {
  const size = frame.style('boundedLbl') === '1' ? depthOf(frame) : 0;
  return { left: size, top: size };
};

/** A block seen over its edge: its top takes so many px twice. */
const overEdge = ({ width, height }: Frame, rise: number): readonly Part[] => [
  solid(
    polygonPath(
      [width / 2, 0],
      [width, rise],
      [width, height - rise],
      [width / 2, height],
      [0, height - rise],
      [0, rise],
    ),
  ),
  outline(
    `${linePath([0, rise], [width / 2, 2 * rise], [width, rise])} ${linePath([width / 2, 2 * rise], [width / 2, height])}`,
  ),
];

const isoCube: Shape = (frame) => overEdge(frame, frame.height / 4);

/** `isoAngle`: degrees between its edges and the level. */
const isoCube2: Shape = (frame) => {
  const angle = Math.max(0.01, Math.min(89, numberOf(frame.style, 'isoAngle', 15)));
  return overEdge(frame, Math.min((frame.width / 2) * Math.tan((angle * Math.PI) / 180), frame.height / 2));
};

export const solidShapes: Family = {
  cylinder: { draw: cylinder, labelInsets: ({ height }) => ({ top: Math.min(40, height * 0.3) }) },
  cylinder2: { draw: cylinder3 },
  cylinder3: { draw: cylinder3, labelInsets: belowLid },
  datastore: { draw: datastore },
  cube: { draw: cube, labelInsets: inFront },
  isoCube: { draw: isoCube },
  isoCube2: { draw: isoCube2 },
};
