import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Part, type Shape } from '../draw/figure.ts';
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

/** px: the axes' distance from the lower left corner is none; they are as long as the sides. */
const axes = ({ width, height, style }: Frame): readonly Part[] =>
  lines(
    [
      [0, 0, 0, height],
      [0, height, width, height],
    ],
    { stroke: colourOf(style('strokeColor2'), '#666666') },
  );

/** Of a bar's room: the share that it fills. */
const FILL = 0.6;
const HEIGHTS = [0.5, 0.6, 0.85, 0.15, 0.7] as const;

export const columnChart: Shape = (frame) => {
  const { width, height, style } = frame;
  const room = width / HEIGHTS.length;
  return [
    ...HEIGHTS.map((share, i) =>
      filled(
        boxPath({
          x: (i + (1 - FILL) / 2) * room,
          y: height * (1 - share),
          width: room * FILL,
          height: height * share,
        }),
        { fill: colourOf(style('fillColor2'), '#99aaff') },
      ),
    ),
    ...axes(frame),
  ];
};

export const barChart: Shape = (frame) => {
  const { width, height, style } = frame;
  const room = height / HEIGHTS.length;
  return [
    ...HEIGHTS.map((share, i) =>
      filled(boxPath({ x: 0, y: (i + (1 - FILL) / 2) * room, width: width * share, height: room * FILL }), {
        fill: colourOf(style('fillColor2'), '#99aaff'),
      }),
    ),
    ...axes(frame),
  ];
};

export const lineChart: Shape = (frame) => {
  const { width, height, style } = frame;
  const points = HEIGHTS.map((share, i): readonly [number, number] => [
    (i / (HEIGHTS.length - 1)) * width,
    height * (1 - share),
  ]);
  return [
    ...axes(frame),
    outline(linePath(...points), { stroke: colourOf(style('strokeColor3'), '#0022dd'), strokeWidth: 2 }),
  ];
};
