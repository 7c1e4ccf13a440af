import type { Rectangle } from '@mxg/model';
import { colourOf } from '../draw/colour.ts';
import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Insets, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { box, whole } from './general.ts';
import { doubled, lengthOf, shrunk } from './quantities.ts';

/** A stick man. */
const actor: Shape = ({ width, height }) => {
  const [middle, arms, hips] = [width / 2, height / 3, (height * 2) / 3];
  const limbs = [
    linePath([middle, height / 4], [middle, hips]),
    linePath([middle, arms], [0, arms]),
    linePath([middle, arms], [width, arms]),
    linePath([middle, hips], [0, height]),
    linePath([middle, hips], [width, height]),
  ];
  const head = { x: width / 4, y: 0, width: width / 2, height: height / 4 };
  return [solid(ellipsePath(head)), outline(limbs.join(' '))];
};

/** A circle that a line holds at its left. */
const boundary: Shape = ({ width, height }) => [
  outline(`${linePath([0, height / 4], [0, (height * 3) / 4])} ${linePath([0, height / 2], [width / 6, height / 2])}`),
  solid(ellipsePath({ x: width / 6, y: 0, width: (width * 5) / 6, height })),
];

/** A circle on a line. */
const entity: Shape = (frame) => [
  solid(ellipsePath(whole(frame))),
  outline(linePath([frame.width / 8, frame.height], [(frame.width * 7) / 8, frame.height])),
];

/** A circle with the tip of an arrow on top. */
const control: Shape = ({ width, height }) => [
  solid(ellipsePath({ x: 0, y: height / 8, width, height: (height * 7) / 8 })),
  outline(linePath([(width * 5) / 8, 0], [(width * 3) / 8, (height / 8) * 1.1], [(width * 5) / 8, height / 4])),
];

const destroy: Shape = ({ width, height }) => [
  outline(`${linePath([width, 0], [0, height])} ${linePath([0, 0], [width, height])}`),
];

/** What may stand at the head of a lifeline. */
const PARTICIPANTS: Readonly<Record<string, Shape>> = {
  umlActor: actor,
  umlBoundary: boundary,
  umlEntity: entity,
  umlControl: control,
};

const headOf = (frame: Frame): number => lengthOf(frame, 'size', 40, frame.height);

/** A head of `size` px, and a dashed line below it. */
const lifeline: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const size = headOf(frame);
  const name = style('participant') ?? '';
  const head = Object.hasOwn(PARTICIPANTS, name) ? (PARTICIPANTS[name] ?? box) : box;
  const parts = head({ ...frame, height: size });
  if (size >= height) return parts;
  const dashes = style('lifelineDashed') === '0' ? null : (paint.dashes ?? dashesFor(paint.strokeWidth));
  return [outline(linePath([width / 2, size], [width / 2, height]), { dashes }), ...parts];
};

const dashesFor = (strokeWidth: number): string => `${3 * strokeWidth} ${3 * strokeWidth}`;

/** px of a frame's corner that are cut away. */
const CUT = 10;

/** A frame with a name tag of `width` × `height` px in its corner. */
const frameShape: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const [w, h] = tagOf(frame);
  const ground = colourOf(style('swimlaneFillColor'), 'none');
  return [
    ...(ground === null ? [] : [filled(boxPath(whole(frame)), { fill: ground })]),
    solid(polygonPath([0, 0], [w, 0], [w, Math.max(0, h - CUT * 1.5)], [Math.max(0, w - CUT), h], [0, h]), {
      fill: paint.fill,
    }),
    outline(linePath([w, 0], [width, 0], [width, height], [0, height], [0, h])),
  ];
};

const tagOf = (frame: Frame): readonly [number, number] => [
  lengthOf(frame, 'width', 60, frame.width),
  lengthOf(frame, 'height', 30, frame.height),
];

const inTag = (frame: Frame): Insets => {
  const [w, h] = tagOf(frame);
  return { right: frame.width - w, bottom: frame.height - h };
};

/** A box with two plugs at its left, of so many px. */
const plugged =
  (plugWidth: number, plugHeight: number): Shape =>
  (frame) => {
    const { width, height } = frame;
    const dx = lengthOf(frame, 'jettyWidth', plugWidth, width);
    const dy = lengthOf(frame, 'jettyHeight', plugHeight, height);
    const first = Math.min(dy, height - dy);
    const second = Math.min(first + 2 * dy, height - dy);
    const x = dx / 2;
    const outside = [
      [x, second + dy],
      [0, second + dy],
      [0, second],
      [x, second],
      [x, first + dy],
      [0, first + dy],
      [0, first],
      [x, first],
    ] as const;
    const inside = [first, second].map((y) => linePath([x, y], [dx, y], [dx, y + dy], [x, y + dy]));
    return [
      solid(polygonPath([x, 0], [width, 0], [width, height], [x, height], ...outside)),
      outline(inside.join(' ')),
    ];
  };

/** A box with a tab of `tabWidth` × `tabHeight` px on top, at `tabPosition`. */
const folder: Shape = (frame) => {
  const { width, height, style } = frame;
  const [w, h] = [lengthOf(frame, 'tabWidth', 60, width), tabHeight(frame)];
  const left = style('tabPosition') === 'left' ? 0 : width - w;
  const right = left + w;
  return [
    solid(polygonPath([left, 0], [right, 0], [right, h], [width, h], [width, height], [0, height], [0, h], [left, h])),
    outline(linePath([left, h], [right, h])),
  ];
};

const tabHeight = (frame: Frame): number => lengthOf(frame, 'tabHeight', 20, frame.height);

const belowTab = (frame: Frame): Insets => {
  if (frame.style('boundedLbl') !== '1') return {};
  const top = tabHeight(frame);
  if (frame.style('labelInHeader') !== '1') return { top };
  const rest = frame.width - lengthOf(frame, 'tabWidth', 60, frame.width);
  const bottom = frame.height - top;
  return frame.style('tabPosition') === 'left' ? { right: rest, bottom } : { left: rest, bottom };
};

/** A ball on a stalk. */
const lollipop: Shape = (frame) => {
  const { width, height } = frame;
  const size = lengthOf(frame, 'size', 10, height);
  return [
    solid(ellipsePath({ x: (width - size) / 2, y: 0, width: size, height: size })),
    outline(linePath([width / 2, size], [width / 2, height])),
  ];
};

/** A socket: the right half of a rounded box. */
const socket = (left: number, right: number, height: number): string =>
  path('M', left, 0, 'Q', right, 0, right, height / 2, 'Q', right, height, left, height);

const requiredInterface: Shape = ({ width, height }) => [outline(socket(0, width, height))];

/** A ball in a socket. */
const providedRequired: Shape = ({ width, height, style, paint }) => {
  const inset = numberOf(style, 'inset', 2) + paint.strokeWidth;
  const ball: Rectangle = shrunk({ x: 0, y: 0, width, height }, inset);
  return [solid(ellipsePath({ ...ball, x: 0 })), outline(socket(width / 2, width, height))];
};

/** A socket on a stalk. */
const requires: Shape = (frame) => {
  const { width, height } = frame;
  const size = lengthOf(frame, 'size', 10, height);
  const arc = path(
    'M',
    (width - size) / 2,
    0,
    'Q',
    (width - size) / 2,
    size,
    width / 2,
    size,
    'Q',
    (width + size) / 2,
    size,
    (width + size) / 2,
    0,
  );
  return [outline(`${arc} ${linePath([width / 2, size], [width / 2, height])}`)];
};

/** A state; `symbol=collapseState` adds two linked balls. */
const state: Shape = (frame): readonly Part[] => {
  const { width, height, style } = frame;
  if (style('umlStateSymbol') !== 'collapseState') return box(frame);
  const ball = { width: 10, height: 10, y: height - 20 };
  return [
    ...box(frame),
    outline(
      `${ellipsePath({ ...ball, x: width - 40 })} ${ellipsePath({ ...ball, x: width - 20 })} ${linePath([width - 30, height - 15], [width - 20, height - 15])}`,
    ),
  ];
};

/** A box in a box where `double=1`. */
const ext: Shape = (frame) => {
  const inset = doubled(frame);
  if (frame.style('double') !== '1') return box(frame);
  const inner = { ...frame, width: frame.width - 2 * inset, height: frame.height - 2 * inset };
  if (inner.width <= 0 || inner.height <= 0) return box(frame);
  return [...box(frame), ...outlineAt(inner, inset)];
};

const outlineAt = (inner: Frame, inset: number): readonly Part[] => [
  outline(
    boxPath(
      { x: inset, y: inset, width: inner.width, height: inner.height },
      inner.style('rounded') === '1'
        ? (Math.min(inner.width, inner.height) * numberOf(inner.style, 'arcSize', 15)) / 100
        : 0,
    ),
  ),
];

/** How far a ball of a state machine stands within its circle, px. */
const withinCircle = ({ width, height }: Frame): number => Math.min(4, width / 5, height / 5);

/** Where a state machine begins: a ball, smaller than its cell. */
const startState: Shape = (frame) => [solid(ellipsePath(shrunk(whole(frame), withinCircle(frame))))];

/** Where it ends: a ball in a circle. */
const endState: Shape = (frame) => [...startState(frame), outline(ellipsePath(whole(frame)))];

export const umlShapes: Family = {
  umlActor: { draw: actor },
  umlBoundary: { draw: boundary, labelInsets: ({ width }) => ({ left: width / 6 }) },
  umlEntity: { draw: entity },
  umlControl: { draw: control, labelInsets: ({ height }) => ({ top: height / 8 }) },
  umlDestroy: { draw: destroy },
  umlLifeline: { draw: lifeline, labelInsets: (frame) => ({ bottom: frame.height - headOf(frame) }) },
  umlFrame: { draw: frameShape, labelInsets: inTag },
  startState: { draw: startState },
  endState: { draw: endState },
  umlState: { draw: state },
  component: { draw: plugged(32, 12) },
  module: { draw: plugged(20, 10) },
  folder: { draw: folder, labelInsets: belowTab },
  lollipop: { draw: lollipop },
  requires: { draw: requires },
  requiredInterface: { draw: requiredInterface },
  providedRequiredInterface: { draw: providedRequired },
  ext: { draw: ext },
};
