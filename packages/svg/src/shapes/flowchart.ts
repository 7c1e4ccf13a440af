import { path } from '../draw/element.ts';
import { outline, solid, type Frame, type Insets, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath, roundedPolygon } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { box, diamond, ellipse, hexagonal, whole } from './general.ts';
import { lengthOf, shareOf, sizeOf } from './quantities.ts';

type Corner = readonly [number, number];

/** A polygon whose corners are rounded where the style says so. */
export const cornered = ({ style }: Frame, ...corners: readonly Corner[]): readonly Part[] => {
  const radius = style('rounded') === '1' ? numberOf(style, 'arcSize', 20) / 2 : 0;
  return [
    solid(
      roundedPolygon(
        corners.map(([x, y]) => ({ x, y })),
        radius,
      ),
    ),
  ];
};

/** px between the sides of a process and its upright lines. */
const marginOf = (frame: Frame): number => sizeOf(frame, { px: 20, share: 0.1 }, frame.width, frame.width / 2);

/** A box with an upright line at both sides. */
const process: Shape = (frame) => {
  const { width, height } = frame;
  const size = marginOf(frame);
  return [
    ...box(frame),
    outline(`${linePath([size, 0], [size, height])} ${linePath([width - size, 0], [width - size, height])}`),
  ];
};

const betweenLines = (frame: Frame): Insets => {
  const size = marginOf(frame);
  return { left: size, right: size };
};

/** Of its height: how far a wave swings beyond where it begins. */
const SWING = 1.4;

/** A sheet with a wave at its foot. */
const documentShape: Shape = (frame) => {
  const { width, height } = frame;
  const dy = shareOf(frame, 'size', 0.3, height);
  return [
    solid(
      path(
        ['M', 0, 0, 'L', width, 0, 'L', width, height - dy / 2],
        ['Q', (width * 3) / 4, height - dy * SWING, width / 2, height - dy / 2],
        ['Q', width / 4, height - dy * (1 - SWING), 0, height - dy / 2, 'Z'],
      ),
    ),
  ];
};

/** Waves at the top and the foot. */
const tape: Shape = (frame) => {
  const { width, height } = frame;
  const dy = shareOf(frame, 'size', 0.4, height);
  return [
    solid(
      path(
        ['M', 0, dy / 2, 'Q', width / 4, dy * SWING, width / 2, dy / 2],
        ['Q', (width * 3) / 4, dy * (1 - SWING), width, dy / 2, 'L', width, height - dy / 2],
        ['Q', (width * 3) / 4, height - dy * SWING, width / 2, height - dy / 2],
        ['Q', width / 4, height - dy * (1 - SWING), 0, height - dy / 2, 'Z'],
      ),
    ),
  ];
};

const bounded =
  (insets: (frame: Frame) => Insets) =>
  (frame: Frame): Insets =>
    frame.style('boundedLbl') === '1' ? insets(frame) : {};

const dataStorage: Shape = (frame) => {
  const { width, height } = frame;
  const s = sizeOf(frame, { px: 20, share: 0.1 }, width);
  return [
    solid(
      path(
        ['M', s, 0, 'L', width, 0, 'Q', width - s * 2, height / 2, width, height],
        ['L', s, height, 'Q', -s, height / 2, s, 0, 'Z'],
      ),
    ),
  ];
};

const internalStorage: Shape = (frame) => {
  const { width, height } = frame;
  const [dx, dy] = [lengthOf(frame, 'dx', 20, width), lengthOf(frame, 'dy', 20, height)];
  return [...box(frame), outline(`${linePath([0, dy], [width, dy])} ${linePath([dx, 0], [dx, height])}`)];
};

const card: Shape = (frame) => {
  const { width, height } = frame;
  const s = lengthOf(frame, 'size', 30, Math.min(width, height));
  return cornered(frame, [s, 0], [width, 0], [width, height], [0, height], [0, s]);
};

const manualInput: Shape = (frame) => {
  const { width, height } = frame;
  const s = lengthOf(frame, 'size', 30, height);
  return cornered(frame, [0, height], [0, s], [width, 0], [width, height]);
};

const loopLimit: Shape = (frame) => {
  const { width, height } = frame;
  const s = lengthOf(frame, 'size', 20, Math.min(width / 2, height));
  const low = s * 0.8;
  return cornered(frame, [s, 0], [width - s, 0], [width, low], [width, height], [0, height], [0, low]);
};

const offPageConnector: Shape = (frame) => {
  const { width, height } = frame;
  const s = shareOf(frame, 'size', 3 / 8, height);
  return cornered(frame, [0, 0], [width, 0], [width, height - s], [width / 2, height], [0, height - s]);
};

const delay: Shape = ({ width, height }) => {
  const x = width - Math.min(width, height / 2);
  return [
    solid(
      path('M', 0, 0, 'L', x, 0, 'Q', width, 0, width, height / 2, 'Q', width, height, x, height, 'L', 0, height, 'Z'),
    ),
  ];
};

const display: Shape = (frame) => {
  const { width, height } = frame;
  const x = width - Math.min(width, height / 2);
  const s = Math.min(x, shareOf(frame, 'size', 0.25, width));
  return [
    solid(
      path(
        ['M', 0, height / 2, 'L', s, 0, 'L', x, 0],
        ['Q', width, 0, width, height / 2, 'Q', width, height, x, height, 'L', s, height, 'Z'],
      ),
    ),
  ];
};

const halfRound = (width: number, height: number): readonly (string | number)[] => [
  'M',
  0,
  0,
  'Q',
  width,
  0,
  width,
  height / 2,
  'Q',
  width,
  height,
  0,
  height,
];
const or: Shape = ({ width, height }) => [solid(path(...halfRound(width, height), 'Z'))];
const xor: Shape = ({ width, height }) => [
  solid(path(...halfRound(width, height), 'Q', width / 2, height / 2, 0, 0, 'Z')),
];

const upright = ({ width, height }: Frame): string => linePath([width / 2, 0], [width / 2, height]);
const level = ({ width, height }: Frame): string => linePath([0, height / 2], [width, height / 2]);

const orEllipse: Shape = (frame) => [...ellipse(frame), outline(`${level(frame)} ${upright(frame)}`)];
const lineEllipse: Shape = (frame) => [
  ...ellipse(frame),
  outline(frame.style('line') === 'vertical' ? upright(frame) : level(frame)),
];

/** Of the sides: where the diagonals of a box meet the ellipse in it. */
const DIAGONAL = 0.5 - Math.SQRT1_2 / 2;

const sumEllipse: Shape = (frame) => {
  const { width, height } = frame;
  const [x, y] = [width * DIAGONAL, height * DIAGONAL];
  return [
    ...ellipse(frame),
    outline(`${linePath([x, y], [width - x, height - y])} ${linePath([width - x, y], [x, height - y])}`),
  ];
};

const sort: Shape = (frame) => [...diamond(frame), outline(level(frame))];
const collate: Shape = ({ width, height }) => [solid(polygonPath([0, 0], [width, height], [0, height], [width, 0]))];

/** A reel of tape: a circle with a foot at its right. */
const tapeData: Shape = (frame) => [
  ...ellipse(frame),
  outline(linePath([frame.width / 2, frame.height], [frame.width, frame.height])),
];

const terminator: Shape = (frame) => [solid(boxPath(whole(frame), Math.min(frame.width, frame.height) / 2))];
const data: Shape = ({ width, height }) => [
  solid(polygonPath([width * 0.095, 0], [width, 0], [width * 0.905, height], [0, height])),
];
const database: Shape = ({ width, height }) => {
  const ry = Math.min(15, height / 4);
  const body = path(
    ['M', 0, ry, 'A', width / 2, ry, 0, 0, 1, width, ry],
    ['L', width, height - ry, 'A', width / 2, ry, 0, 0, 1, 0, height - ry, 'Z'],
  );
  return [solid(body), outline(path('M', width, ry, 'A', width / 2, ry, 0, 0, 1, 0, ry))];
};
const disk: Shape = (frame) => [solid(ellipsePath(whole(frame)))];

export const flowchartShapes: Family = {
  process: { draw: process, labelInsets: betweenLines },
  process2: { draw: process, labelInsets: betweenLines },
  document: {
    draw: documentShape,
    labelInsets: bounded((frame) => ({ bottom: shareOf(frame, 'size', 0.3, frame.height) })),
  },
  tape: {
    draw: tape,
    labelInsets: bounded((frame) => {
      const dy = shareOf(frame, 'size', 0.4, frame.height);
      return { top: dy, bottom: dy };
    }),
  },
  dataStorage: { draw: dataStorage },
  internalStorage: { draw: internalStorage },
  card: { draw: card },
  manualInput: {
    draw: manualInput,
    labelInsets: bounded((frame) => ({ top: lengthOf(frame, 'size', 30, frame.height) })),
  },
  loopLimit: { draw: loopLimit },
  offPageConnector: { draw: offPageConnector },
  delay: { draw: delay },
  display: { draw: display },
  or: { draw: or },
  xor: { draw: xor },
  orEllipse: { draw: orEllipse },
  sumEllipse: { draw: sumEllipse },
  lineEllipse: { draw: lineEllipse },
  sortShape: { draw: sort },
  collate: { draw: collate },
  tapeData: { draw: tapeData },
  'mxgraph.flowchart.decision': { draw: diamond },
  'mxgraph.flowchart.process': { draw: box },
  'mxgraph.flowchart.terminator': { draw: terminator },
  'mxgraph.flowchart.data': { draw: data },
  'mxgraph.flowchart.database': { draw: database },
  'mxgraph.flowchart.start_1': { draw: disk },
  'mxgraph.flowchart.start_2': { draw: disk },
  'mxgraph.flowchart.on-page_reference': { draw: disk },
  'mxgraph.flowchart.preparation': { draw: hexagonal },
};
