import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Ink, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, linePath } from '../draw/paths.ts';
import { colourOf } from '../draw/colour.ts';
import { lines, listOf } from './drawing.ts';

/** The colours of a chart's parts, in turn. */
const COLOURS = '#99aaff,#0022dd,#99aaff,#0022dd,#99aaff,#0022dd';

/** The shares of a whole, by style `parts`, one after the other around the circle. */
export const pieChart: Shape = (frame) => {
  const { width, height, style } = frame;
  const parts = numbers(frame, 'parts', '10,20,35', 60);
  const total = parts.reduce((sum, part) => sum + part, 0);
  const colours = listOf(style, 'partColors', COLOURS, 60);
  if (total <= 0) return [];
  const [rx, ry] = [width / 2, height / 2];
  const at = (share: number): readonly [number, number] => [
    rx + rx * Math.sin(2 * Math.PI * share),
    ry - ry * Math.cos(2 * Math.PI * share),
  ];
  let before = 0;
  return parts.flatMap((part, i): readonly Part[] => {
    const [from, share] = [before / total, part / total];
    before += part;
    if (share === 0) return [];
    const [start, end, half] = [at(from), at(from + share), at(from + share / 2)];
    const arc = ['A', rx, ry, 0, 0, 1];
    const slice = path(['M', rx, ry, 'L', ...start], [...arc, ...half], [...arc, ...end, 'Z']);
    return [solid(slice, { fill: colourOf(colours[i % colours.length] ?? null, '#99aaff') })];
  });
};

const numbers = ({ style }: Frame, key: string, fallback: string, most: number): readonly number[] =>
  listOf(style, key, fallback, most).map((value) => Math.max(0, Number.parseFloat(value) || 0));

/** Along the left and the lower side. */
const axes = ({ width, height, style }: Frame): readonly Part[] =>
  lines(
    [
      [0, 0, 0, height],
      [0, height, width, height],
    ],
    { stroke: colourOf(style('strokeColor3'), '#666666') },
  );

/** Two series of four, as shares of the longest; a bar fills so much of its room. */
const SERIES = [
  [0.5, 0.95, 0.7, 0.3],
  [0.65, 0.8, 0.9, 0.45],
] as const;
const FILL = 0.35;

/** A bar of a series: where it begins along the axis, how broad and how long it is; all in shares. */
const bars = SERIES.flatMap((shares, series) =>
  shares.map((long, i) => ({
    series,
    at: (i + (series === 0 ? 0.5 - FILL : 0.5)) / shares.length,
    broad: FILL / shares.length,
    long,
  })),
);

const inSeries = ({ style }: Frame, series: number): Ink => ({
  fill: series === 0 ? colourOf(style('fillColor2'), '#99aaff') : colourOf(style('fillColor3'), '#0022dd'),
});

export const columnChart: Shape = (frame) => {
  const { width: w, height: h } = frame;
  return [
    ...bars.map(({ series, at, broad, long }) =>
      filled(boxPath({ x: at * w, y: (1 - long) * h, width: broad * w, height: long * h }), inSeries(frame, series)),
    ),
    ...axes(frame),
  ];
};

export const barChart: Shape = (frame) => {
  const { width: w, height: h } = frame;
  return [
    ...bars.map(({ series, at, broad, long }) =>
      filled(boxPath({ x: 0, y: at * h, width: long * w, height: broad * h }), inSeries(frame, series)),
    ),
    ...axes(frame),
  ];
};

export const lineChart: Shape = (frame) => {
  const { width, height, style } = frame;
  const points = SERIES[0].map((share, i): readonly [number, number] => [
    (i / (SERIES[0].length - 1)) * width,
    height * (1 - share),
  ]);
  return [
    ...axes(frame),
    outline(linePath(...points), { stroke: colourOf(style('strokeColor'), '#0022dd'), strokeWidth: 2 }),
  ];
};
