import { path } from '../draw/element.ts';
import { solid, type Frame, type Shape } from '../draw/figure.ts';
import { polygonPath, roundedPolygon } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';

type Pair = readonly [number, number];

/** px of a style key, held between 0 and a most. */
const length = ({ style }: Frame, key: string, fallback: number, most: number): number =>
  Math.max(0, Math.min(Math.max(0, most), numberOf(style, key, fallback)));

/** A share of a style key, held between 0 and 1. */
const share = ({ style }: Frame, key: string, fallback: number): number =>
  Math.max(0, Math.min(1, numberOf(style, key, fallback)));

/** A polygon whose corners are rounded where the style says so. */
const block =
  (corners: (frame: Frame) => readonly Pair[]): Shape =>
  (frame) => {
    const { style } = frame;
    const radius = style('rounded') === '1' ? numberOf(style, 'arcSize', 20) / 2 : 0;
    const points = corners(frame).map(([x, y]) => ({ x, y }));
    return [solid(roundedPolygon(points, radius))];
  };

/** The lower half is the upper one, mirrored, from end to start. */
const mirrored = (height: number, upper: readonly Pair[]): readonly Pair[] => [
  ...upper,
  ...upper
    .filter(([, y]) => y !== height / 2)
    .map(([x, y]): Pair => [x, height - y])
    .toReversed(),
];

/** `dy` is the share of half the height that the shaft leaves free; `dx` the length of the head; `notch` the cut of the tail. */
const arrow = block((frame) => {
  const { width, height } = frame;
  const [free, head] = [(share(frame, 'dy', 0.6) * height) / 2, length(frame, 'dx', 40, width)];
  const notch = length(frame, 'notch', 0, width);
  const upper: readonly Pair[] = [
    [0, free],
    [width - head, free],
    [width - head, 0],
    [width, height / 2],
  ];
  return notch === 0 ? mirrored(height, upper) : [...mirrored(height, upper), [notch, height / 2]];
});

/** The tail is cut and as wide as `feather` leaves; the head's barbs reach back. */
const stylisedArrow = block((frame) => {
  const { width, height } = frame;
  const head = length(frame, 'dx', 40, width - 10);
  const upper: readonly Pair[] = [
    [0, (share(frame, 'feather', 0.4) * height) / 2],
    [width - head, (share(frame, 'dy', 0.6) * height) / 2],
    [width - head - BARB, 0],
    [width, height / 2],
  ];
  return [...mirrored(height, upper), [length(frame, 'notch', 0, width), height / 2]];
});

/** px. */
const BARB = 10;

const twoWayArrow = block((frame) => {
  const { width, height } = frame;
  const [free, head] = [(share(frame, 'dy', 0.6) * height) / 2, length(frame, 'dx', 35, width / 2)];
  return mirrored(height, [
    [0, height / 2],
    [head, 0],
    [head, free],
    [width - head, free],
    [width - head, 0],
    [width, height / 2],
  ]);
});

/** `dy1` is the share of half the height that the shaft leaves free; the head's back leans forward by `dx2`, its point is blunt. */
const sharpArrow = block((frame) => {
  const { width, height } = frame;
  const free = (share(frame, 'dy1', 0.67) * height) / 2;
  const back = length(frame, 'dx1', 18, width);
  const tip = length(frame, 'dx2', 18, width);
  const notch = length(frame, 'notch', 0, width);
  // the head's outer side runs at the slant of its inner one
  const upper: readonly Pair[] = [
    [0, free],
    [width - back - free * 0.05, free],
    [width - tip - height / 2, 0],
    [width - tip, 0],
    [width, height / 2],
  ];
  return notch === 0 ? mirrored(height, upper) : [...mirrored(height, upper), [notch, height / 2]];
});

/** The stripes of the tail, as shares of `notch`. */
const STRIPES: readonly Pair[] = [
  [0, 0.16],
  [0.32, 0.8],
];

const stripedArrow: Shape = (frame) => {
  const { width, height } = frame;
  const [free, head] = [(share(frame, 'dy', 0.6) * height) / 2, length(frame, 'dx', 40, width)];
  const tail = length(frame, 'notch', 25, width - head);
  const bars = STRIPES.map(([from, to]) =>
    polygonPath([from * tail, free], [to * tail, free], [to * tail, height - free], [from * tail, height - free]),
  );
  const body = mirrored(height, [
    [tail, free],
    [width - head, free],
    [width - head, 0],
    [width, height / 2],
  ]);
  return [solid([...bars, polygonPath(...body)].join(' '))];
};

/** Swings up from the lower left corner; `dy` is half the shaft, `arrowHead` the width of the head. */
const jumpInArrow: Shape = (frame) => {
  const { width, height } = frame;
  const head = length(frame, 'arrowHead', 55, height);
  const [half, base] = [length(frame, 'dy', 15, head / 2), width - length(frame, 'dx', 38, width)];
  const [top, bottom] = [head / 2 - half, head / 2 + half];
  return [
    solid(
      path(
        ['M', 0, height, 'A', base, height - top, 0, 0, 1, base, top],
        ['L', base, 0, 'L', width, head / 2, 'L', base, head, 'L', base, bottom],
        ['A', base, height - bottom, 0, 0, 0, 0, height, 'Z'],
      ),
    ),
  ];
};

/** Comes up from below and turns to the right. */
const bendArrow: Shape = (frame) => {
  const { width, height, style } = frame;
  const head = length(frame, 'arrowHead', 55, height);
  const [half, base] = [length(frame, 'dy', 15, head / 2), width - length(frame, 'dx', 38, width)];
  const [top, bottom] = [head / 2 - half, head / 2 + half];
  const thick = Math.min(base, 2 * half);
  const notch = length(frame, 'notch', 0, height - bottom);
  const round = style('rounded') === '1';
  const [outer, inner] = round ? [bottom, Math.max(0, Math.min(10, base - thick))] : [0, 0];
  const radius = round ? Math.min(base, height - top, outer) : 0;
  return [
    solid(
      path(
        ['M', 0, height, 'L', 0, top + radius],
        radius > 0 ? ['A', radius, radius, 0, 0, 1, radius, top] : [],
        ['L', base, top, 'L', base, 0, 'L', width, head / 2, 'L', base, head, 'L', base, bottom],
        ['L', thick + inner, bottom],
        inner > 0 ? ['A', inner, inner, 0, 0, 0, thick, bottom + inner] : [],
        ['L', thick, height, 'L', thick / 2, height - notch, 'Z'],
      ),
    ),
  ];
};

/** A head to the right and one down, joined by a bend. */
const bendDoubleArrow = block((frame) => {
  const { width, height } = frame;
  const head = length(frame, 'arrowHead', 55, Math.min(width, height));
  const half = length(frame, 'dy', 15, head / 2);
  const long = length(frame, 'dx', 38, Math.min(width, height));
  const [near, far] = [head / 2 - half, head / 2 + half];
  const [right, low] = [Math.max(width - long, 0), Math.max(height - long, 0)];
  return [
    [near, near],
    [right, near],
    [right, 0],
    [width, head / 2],
    [right, head],
    [right, far],
    [far, far],
    [far, low],
    [head, low],
    [head / 2, height],
    [0, low],
    [near, low],
  ];
});

/** Comes from below, turns round at the left side, and leaves to the right; `dx2` is the length of the head. */
const uTurnArrow: Shape = (frame) => {
  const { width, height } = frame;
  const head = length(frame, 'arrowHead', 43, height);
  const half = length(frame, 'dy', 11, head / 2);
  const base = width - length(frame, 'dx2', 25, width);
  const [top, bottom] = [head / 2 - half, head / 2 + half];
  const outer = (height - top) / 2;
  const inner = Math.max(0, outer - 2 * half);
  const left = Math.min(outer, base);
  return [
    solid(
      path(
        ['M', left, height, 'A', left, outer, 0, 0, 1, left, top],
        ['L', base, top, 'L', base, 0, 'L', width, head / 2, 'L', base, head, 'L', base, bottom],
        ['L', left, bottom, 'A', inner, inner, 0, 0, 0, left, height - 2 * half, 'Z'],
      ),
    ),
  ];
};

/** The measures of arrows that leave boxes: half the shaft, the length of a head, half its width. */
function callout(frame: Frame, room: number): { readonly half: number; readonly long: number; readonly wide: number } {
  const half = length(frame, 'dy', 10, room / 2);
  return {
    half,
    long: length(frame, 'dx', 20, room),
    wide: half + length(frame, 'arrowHead', 10, room / 2 - half),
  };
}

/** A box, `notch` px wide, that points to the right. */
const calloutArrow = block((frame) => {
  const { width, height } = frame;
  const { half, long, wide } = callout(frame, height);
  const [box, middle] = [length(frame, 'notch', 60, width), height / 2];
  return mirrored(height, [
    [0, 0],
    [box, 0],
    [box, middle - half],
    [width - long, middle - half],
    [width - long, middle - wide],
    [width, middle],
  ]);
});

const calloutDoubleArrow = block((frame) => {
  const { width, height } = frame;
  const { half, long, wide } = callout(frame, height);
  const [box, middle] = [length(frame, 'notch', 24, width) / 2, height / 2];
  return mirrored(height, [
    [0, middle],
    [long, middle - wide],
    [long, middle - half],
    [width / 2 - box, middle - half],
    [width / 2 - box, 0],
    [width / 2 + box, 0],
    [width / 2 + box, middle - half],
    [width - long, middle - half],
    [width - long, middle - wide],
    [width, middle],
  ]);
});

/** Four heads around a box that is `notch` px from its middle to its sides, or around none. */
const quad = (boxed: boolean): Shape =>
  block((frame) => {
    const { width, height } = frame;
    const { half, long, wide } = callout(frame, Math.min(width, height));
    const [x, y, box] = [width / 2, height / 2, boxed ? length(frame, 'notch', 24, Math.min(width, height) / 2) : half];
    /** One arm, turned by quarters: its length is measured from the middle. */
    const arm = (reach: number): readonly Pair[] => [
      [-box, -box],
      [-half, -box],
      [-half, -reach + long],
      [-wide, -reach + long],
      [0, -reach],
      [wide, -reach + long],
      [half, -reach + long],
      [half, -box],
    ];
    return [
      ...arm(y).map(([dx, dy]): Pair => [x + dx, y + dy]),
      ...arm(x).map(([dx, dy]): Pair => [x - dy, y + dx]),
      ...arm(y).map(([dx, dy]): Pair => [x - dx, y - dy]),
      ...arm(x).map(([dx, dy]): Pair => [x + dy, y - dx]),
    ];
  });

/** A box in the upper left corner, pointing to the right and down. */
const calloutDouble90Arrow = block((frame) => {
  const { width, height } = frame;
  const [boxRight, boxBottom] = [length(frame, 'dx2', 70, width), length(frame, 'dy2', 70, height)];
  const half = length(frame, 'dy1', 10, Math.min(boxRight, boxBottom) / 2);
  const long = length(frame, 'dx1', 20, Math.min(width, height));
  const wide = half + length(frame, 'arrowHead', 10, Math.min(width, height) / 2);
  const [x, y] = [boxRight / 2, boxBottom / 2];
  return [
    [0, 0],
    [boxRight, 0],
    [boxRight, y - half],
    [width - long, y - half],
    [width - long, y - wide],
    [width, y],
    [width - long, y + wide],
    [width - long, y + half],
    [boxRight, y + half],
    [boxRight, boxBottom],
    [x + half, boxBottom],
    [x + half, height - long],
    [x + wide, height - long],
    [x, height],
    [x - wide, height - long],
    [x - half, height - long],
    [x - half, boxBottom],
    [0, boxBottom],
  ];
});

/** Heads to the left, up and to the right; `arrowHead` is their width. */
const triadArrow = block((frame) => {
  const { width, height } = frame;
  const head = length(frame, 'arrowHead', 40, Math.min(width, height));
  const half = Math.max(0, head / 2 - length(frame, 'dy', 10, head / 2));
  const long = length(frame, 'dx', 20, Math.min(width / 2, height));
  const [x, y] = [width / 2, height - head / 2];
  return [
    [x, 0],
    [x + head / 2, long],
    [x + half, long],
    [x + half, y - half],
    [width - long, y - half],
    [width - long, height - head],
    [width, y],
    [width - long, height],
    [width - long, y + half],
    [long, y + half],
    [long, height],
    [0, y],
    [long, height - head],
    [long, y - half],
    [x - half, y - half],
    [x - half, long],
    [x - head / 2, long],
  ];
});

/** Its tail spreads: `dy2` is half of it, `dx2` its length; `notch` its cut. */
const tailedArrow = block((frame) => {
  const { width, height } = frame;
  const middle = height / 2;
  const half = length(frame, 'dy1', 10, middle);
  const [long, wide] = [length(frame, 'dx1', 20, width), half + length(frame, 'arrowHead', 20, middle - half)];
  const [tail, spread] = [length(frame, 'dx2', 25, width - long), length(frame, 'dy2', 30, middle)];
  const notch = length(frame, 'notch', 0, width - long);
  const upper: readonly Pair[] = [
    [0, middle - spread],
    [tail, middle - half],
    [width - long, middle - half],
    [width - long, middle - wide],
    [width, middle],
  ];
  return notch === 0 ? mirrored(height, upper) : [...mirrored(height, upper), [notch, middle]];
});

/** `arrowWidth` and `arrowSize` are shares of the height and width: of the shaft and of the head. */
const singleArrow = block((frame) => {
  const { width, height } = frame;
  const free = (height * (1 - share(frame, 'arrowWidth', 0.3))) / 2;
  const head = width * share(frame, 'arrowSize', 0.2);
  return mirrored(height, [
    [0, free],
    [width - head, free],
    [width - head, 0],
    [width, height / 2],
  ]);
});

const doubleArrow = block((frame) => {
  const { width, height } = frame;
  const free = (height * (1 - share(frame, 'arrowWidth', 0.3))) / 2;
  const head = width * Math.min(0.5, share(frame, 'arrowSize', 0.2));
  return mirrored(height, [
    [0, height / 2],
    [head, 0],
    [head, free],
    [width - head, free],
    [width - head, 0],
    [width, height / 2],
  ]);
});

/** Arrows that are boxes. Source: draw.io 24.7's pictures for arrow, stylisedArrow, stripedArrow, jumpInArrow and singleArrow; else what its keys say. */
export const blockArrows: Family = {
  singleArrow: { draw: singleArrow },
  doubleArrow: { draw: doubleArrow },
  'mxgraph.arrows2.arrow': { draw: arrow },
  'mxgraph.arrows2.stylisedArrow': { draw: stylisedArrow },
  'mxgraph.arrows2.twoWayArrow': { draw: twoWayArrow },
  'mxgraph.arrows2.sharpArrow': { draw: sharpArrow },
  'mxgraph.arrows2.sharpArrow2': { draw: sharpArrow },
  'mxgraph.arrows2.stripedArrow': { draw: stripedArrow },
  'mxgraph.arrows2.jumpInArrow': { draw: jumpInArrow },
  'mxgraph.arrows2.bendArrow': { draw: bendArrow },
  'mxgraph.arrows2.bendDoubleArrow': { draw: bendDoubleArrow },
  'mxgraph.arrows2.uTurnArrow': { draw: uTurnArrow },
  'mxgraph.arrows2.calloutArrow': { draw: calloutArrow },
  'mxgraph.arrows2.calloutDoubleArrow': { draw: calloutDoubleArrow },
  'mxgraph.arrows2.calloutQuadArrow': { draw: quad(true) },
  'mxgraph.arrows2.calloutDouble90Arrow': { draw: calloutDouble90Arrow },
  'mxgraph.arrows2.quadArrow': { draw: quad(false) },
  'mxgraph.arrows2.triadArrow': { draw: triadArrow },
  'mxgraph.arrows2.tailedArrow': { draw: tailedArrow },
  'mxgraph.arrows2.tailedNotchedArrow': { draw: tailedArrow },
};
