import type { Rectangle } from '@mxg/model';
import { colourOf } from '../draw/colour.ts';
import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Insets, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, linePath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';
import { lengthOf } from './quantities.ts';

/** px: a header without `startSize`. */
const HEADER = 40;

/** Whether the header is on top, not at the left. */
const isLevel = ({ style }: Frame): boolean => style('horizontal') !== '0';

const headerOf = (frame: Frame): number =>
  lengthOf(frame, 'startSize', HEADER, isLevel(frame) ? frame.height : frame.width);

/** px: corners grow with the header. */
function cornerOf(frame: Frame, header: number): number {
  const { style, width, height } = frame;
  if (style('rounded') !== '1') return 0;
  const radius =
    style('absoluteArcSize') === '1'
      ? numberOf(style, 'arcSize', 20) / 2
      : (header * 3 * numberOf(style, 'arcSize', 15)) / 100;
  return Math.max(0, Math.min(width / 2, height / 2, radius));
}

/** A box with a header. The frame: header (`startSize` px) and body, then the line between them. */
export const swimlane: Shape = (frame) => {
  const { width, height, style } = frame;
  const header = headerOf(frame);
  const radius = cornerOf(frame, header);
  const level = isLevel(frame);
  const [along, across] = level ? [width, height] : [height, width];
  const place = level ? upright : lying;
  const head = place(headPath(along, header, radius));
  const body = place(bodyPath(along, header, across, radius));
  const ground = colourOf(style('swimlaneFillColor'), 'none');
  const parts: Part[] = [];
  if (header < across)
    parts.push(solid(body, { fill: ground, ...(style('swimlaneBody') === '0' ? { stroke: null } : {}) }));
  if (header > 0) parts.push(solid(head, style('swimlaneHead') === '0' ? { stroke: null } : {}));
  if (header > 0 && header < across && style('swimlaneLine') !== '0')
    parts.push(
      outline(
        place([
          ['M', 0, header],
          ['L', along, header],
        ]),
      ),
    );
  if (header === 0 && style('swimlaneHead') !== '0')
    parts.push(
      outline(
        place([
          ['M', 0, 0],
          ['L', along, 0],
        ]),
      ),
    );
  return [...parts, ...separator(frame)];
};

/** Letters of a path with points in a frame whose header is on top. */
type Steps = readonly (readonly [letter: string, ...numbers: number[]])[];

const upright = (steps: Steps): string => path(...steps);
/** The same with its header at the left. */
const lying = (steps: Steps): string =>
  path(
    ...steps.map(([letter, ...numbers]) => [
      letter,
      ...numbers.map((_, i) => numbers[i % 2 === 0 ? i + 1 : i - 1] ?? 0),
    ]),
  );

const headPath = (along: number, header: number, r: number): Steps =>
  r > 0
    ? [
        ['M', 0, header],
        ['L', 0, Math.min(r, header)],
        ['Q', 0, 0, Math.min(r, along / 2), 0],
        ['L', along - Math.min(r, along / 2), 0],
        ['Q', along, 0, along, Math.min(r, header)],
        ['L', along, header],
      ]
    : [
        ['M', 0, header],
        ['L', 0, 0],
        ['L', along, 0],
        ['L', along, header],
      ];

const bodyPath = (along: number, header: number, across: number, r: number): Steps =>
  r > 0
    ? [
        ['M', 0, header],
        ['L', 0, across - r],
        ['Q', 0, across, Math.min(r, along / 2), across],
        ['L', along - Math.min(r, along / 2), across],
        ['Q', along, across, along, across - r],
        ['L', along, header],
      ]
    : [
        ['M', 0, header],
        ['L', 0, across],
        ['L', along, across],
        ['L', along, header],
      ];

/** A dashed line along the far side, where lanes meet. */
function separator(frame: Frame): readonly Part[] {
  const { style, width, height } = frame;
  const colour = colourOf(style('separatorColor'), 'none');
  if (colour === null) return [];
  const line = isLevel(frame)
    ? linePath([width, headerOf(frame)], [width, height])
    : linePath([headerOf(frame), 0], [width, 0]);
  return [outline(line, { stroke: colour, dashes: '3 3' })];
}

/** The label of a swimlane stands in its header; where there is none, in all of it. */
export const beyondHeader = (frame: Frame): Insets => {
  const header = headerOf(frame);
  return isLevel(frame) ? { bottom: frame.height - header } : { right: frame.width - header };
};

/** A swimlane with lines between the rows and the columns in it. */
export const table: Shape = (frame) => [...swimlane(frame), ...gridLines(frame)];

function gridLines(frame: Frame): readonly Part[] {
  const { style, height, rows = [] } = frame;
  const start = headerOf(frame);
  const [left, top] = isLevel(frame) ? [0, start] : [start, 0];
  const lines: string[] = [];
  if (style('rowLines') !== '0') for (const { y } of rows.slice(1)) lines.push(linePath([left, y], [frame.width, y]));
  if (style('columnLines') !== '0')
    for (const row of rows)
      for (const x of row.columns)
        lines.push(linePath([row.x + x, row.y], [row.x + x, Math.min(height, row.y + row.height)]));
  return lines.length === 0 || top > height ? [] : [outline(lines.join(' '))];
}

/** A box of which sides are left out by `top=0`, `right=0`, `bottom=0` and `left=0`. */
export const partialRectangle: Shape = (frame) => {
  const { width, height, style } = frame;
  const box: Rectangle = whole(frame);
  const sides = [
    ['top', [0, 0], [width, 0]],
    ['right', [width, 0], [width, height]],
    ['bottom', [width, height], [0, height]],
    ['left', [0, height], [0, 0]],
  ] as const;
  const drawn = sides.filter(([side]) => style(side) !== '0');
  if (drawn.length === 4) return [solid(boxPath(box))];
  return [filled(boxPath(box)), ...drawn.map(([, from, to]) => outline(linePath(from, to)))];
};

export const containerShapes: Family = {
  swimlane: { draw: swimlane, labelInsets: beyondHeader },
  table: { draw: table, labelInsets: beyondHeader },
  tableRow: { draw: swimlane, labelInsets: beyondHeader },
  partialRectangle: { draw: partialRectangle },
};
