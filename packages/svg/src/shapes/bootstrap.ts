import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import { anchor, boxRoundedBy, circlePath, lines } from './drawing.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';
import { rating } from './rating.ts';

/** px: how round the corners are. */
const radiusOf = ({ width, height, style }: Frame): number =>
  Math.max(0, Math.min(width / 2, height / 2, numberOf(style, 'rSize', 10)));

/** A box of which two corners are round: those at one side. */
const roundAt =
  (side: 'top' | 'bottom' | 'left' | 'right'): Shape =>
  (frame) => [solid(halfRound(frame, side))];

function halfRound(frame: Frame, side: 'top' | 'bottom' | 'left' | 'right'): string {
  const { width: w, height: h } = frame;
  const r = radiusOf(frame);
  const [nw, ne] = [side === 'top' || side === 'left' ? r : 0, side === 'top' || side === 'right' ? r : 0];
  const [sw, se] = [side === 'bottom' || side === 'left' ? r : 0, side === 'bottom' || side === 'right' ? r : 0];
  return path(
    ['M', nw, 0, 'H', w - ne, ...arc(ne, w, ne), 'V', h - se, ...arc(se, w - se, h)],
    ['H', sw, ...arc(sw, 0, h - sw), 'V', nw, ...arc(nw, nw, 0), 'Z'],
  );
}

/** Around a corner, so far from it, to a point. */
const arc = (radius: number, x: number, y: number): readonly (string | number)[] =>
  radius === 0 ? [] : ['A', radius, radius, 0, 0, 1, x, y];

/** Slanted stripes of a lighter shade, as wide as the gaps between them. */
function stripes({ width, height }: Frame): readonly Part[] {
  const step = 2 * height;
  if (height <= 0 || width <= 0) return [];
  const count = Math.min(100, Math.floor(width / step));
  const each = Array.from({ length: count }, (_, i) => {
    const x = i * step + height / 2;
    return polygonPath([x, height], [x + height, 0], [x + 2 * height, 0], [x + height, height]);
  });
  return [filled(each.join(' '), { fill: '#ffffff', fillOpacity: 0.25 })];
}

/** Two level lines, above and below. */
export const horizontalLines: Shape = (frame) => {
  const { width, height } = frame;
  return [
    filled(boxPath(whole(frame))),
    ...lines([
      [0, 0, width, 0],
      [0, height, width, height],
    ]),
  ];
};

const checkbox: Shape = (frame) => {
  const { width: w, height: h, paint } = frame;
  return [
    solid(boxPath(whole(frame), 3)),
    outline(linePath([0.25 * w, 0.6 * h], [0.4 * w, 0.81 * h], [0.81 * w, 0.19 * h]), {
      strokeWidth: 2.9 * paint.strokeWidth,
    }),
  ];
};

const radioButton: Shape = (frame) => {
  const { width: w, height: h, paint } = frame;
  return [
    solid(ellipsePath(whole(frame))),
    filled(circlePath(w / 2, h / 2, Math.min(w, h) / 4), { fill: paint.stroke }),
  ];
};

const cross: Shape = ({ width, height }) =>
  lines([
    [0, 0, width, height],
    [width, 0, 0, height],
  ]);

/** A box that stands for a picture. */
const image: Shape = (frame) => [solid(boxPath(whole(frame), radiusOf(frame)))];

const arrow: Shape = ({ width, height, paint }) => [
  filled(polygonPath([0, 0], [width, 0], [width / 2, height]), { fill: paint.fill ?? paint.stroke }),
];

/** Bootstrap's controls. Source: draw.io 24.7's pictures for rrect, checkbox and radioButton; else what the names say. */
export const bootstrapShapes: Family = {
  'mxgraph.bootstrap.rrect': { draw: boxRoundedBy('rSize', 10) },
  'mxgraph.bootstrap.anchor': { draw: anchor },
  'mxgraph.bootstrap.topButton': { draw: roundAt('top') },
  'mxgraph.bootstrap.bottomButton': { draw: roundAt('bottom') },
  'mxgraph.bootstrap.leftButton': { draw: roundAt('left') },
  'mxgraph.bootstrap.rightButton': { draw: roundAt('right') },
  'mxgraph.bootstrap.leftButtonStriped': { draw: (frame) => [solid(halfRound(frame, 'left')), ...stripes(frame)] },
  'mxgraph.bootstrap.rightButtonStriped': { draw: (frame) => [solid(halfRound(frame, 'right')), ...stripes(frame)] },
  'mxgraph.bootstrap.horLines': { draw: horizontalLines },
  'mxgraph.bootstrap.checkbox': { draw: checkbox },
  'mxgraph.bootstrap.checkbox2': { draw: checkbox },
  'mxgraph.bootstrap.radioButton': { draw: radioButton },
  'mxgraph.bootstrap.radioButton2': { draw: radioButton },
  'mxgraph.bootstrap.rating': { draw: rating },
  'mxgraph.bootstrap.image': { draw: image },
  'mxgraph.bootstrap.x': { draw: cross },
  'mxgraph.bootstrap.arrow': { draw: arrow },
};
