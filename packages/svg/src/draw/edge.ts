import type { Point, Rectangle } from '@mxg/model';
import { edgeAnchor, type LabelAnchor } from '../label/anchor.ts';
import { labelPoint } from '../view/edge-labels.ts';
import { grown, numberOf, type StyleOf } from '../view/shape.ts';
import type { Context } from './context.ts';
import { BANDS } from './bands.ts';
import { BETWEEN_ENDS, ROOM_BESIDE } from './between-ends.ts';
import { together, type Drawn } from './drawn.ts';
import { path } from './element.ts';
import { drawLabel } from './label.ts';
import { marked, type Marked } from './markers.ts';
import { colourOf } from './colour.ts';
import { partsBox } from './parts-box.ts';
import { lineRoom, reachOfMarks } from './room.ts';
import { paintOf, type Paint } from './paint.ts';
import { drawParts } from './parts.ts';
import { sketched } from './sketch.ts';
import { shadowed } from './shadow.ts';
import { outline, type Part } from './figure.ts';
import { openPath, roundedLine } from './paths.ts';
import { jumpingLine } from './jumping-line.ts';
import type { EdgeView, Stop } from './jumps.ts';

/** px, of marks and of jumps. */
const [ARROW, JUMP] = [6, 6];

/** Draws an edge with the marks at its ends and its label. */
export function drawEdge(view: EdgeView, style: StyleOf, context: Context): Drawn {
  const { cell, points } = view;
  const paint = paintOf(style);
  const shape = style('shape') ?? '';
  const parts =
    BANDS.get(shape)?.(points, style, paint) ??
    BETWEEN_ENDS.get(shape)?.(points, style) ??
    withFilling(lineParts(spaced(points), style, paint, context.stopsOf(view)), style, paint);
  const { svg, definitions } = drawParts(sketched(parts, style, paint), paint);
  const line = { svg, definitions, boxes: edgeBoxes(parts, points, style, paint), diagnostics: [] };
  return together(shadowed(line, style), drawLabel(cell, edgeLabelAnchor(view, style), style, context));
}

/** px: so wide a line has its own fill where its shape is `filledEdge`, and that is so much narrower. */
const [FILLED, BORDERS] = [3, 2];

function withFilling(parts: readonly Part[], style: StyleOf, { strokeWidth }: Paint): readonly Part[] {
  const [line] = parts;
  const fill = style('shape') === 'filledEdge' ? colourOf(style('fillColor'), 'none') : null;
  if (line?.kind !== 'path' || fill === null || strokeWidth < FILLED) return parts;
  return [...parts, { ...line, stroke: fill, strokeWidth: strokeWidth - BORDERS }];
}

/** Where the label of an edge hangs. */
export const edgeLabelAnchor = ({ cell, points }: EdgeView, style: StyleOf): LabelAnchor =>
  edgeAnchor(cell, labelPoint(points, cell.geometry), style);

/** What an edge takes: a curve and a band as they are drawn, others the room around their points. Source: mxGraph, and sizes of draw.io's pictures. */
function edgeBoxes(
  parts: readonly Part[],
  points: readonly Point[],
  style: StyleOf,
  paint: Paint,
): readonly Rectangle[] {
  const shape = style('shape') ?? '';
  const box = style('curved') === '1' || BANDS.has(shape) ? partsBox(parts) : null;
  if (box !== null && box.width > 0 && box.height > 0) return [grown(box, paint.strokeWidth / 2)];
  const beside = BETWEEN_ENDS.has(shape) ? ROOM_BESIDE + paint.strokeWidth : reachOfMarks(style);
  return lineRoom(points, style, paint).map((room) => grown(room, beside));
}

/** The line and its marks, back to front. */
function lineParts(
  points: readonly Point[],
  style: StyleOf,
  paint: Paint,
  stops: readonly Stop[] | null,
): readonly Part[] {
  const [start, end] = [points[0], points.at(-1)];
  if (start === undefined || end === undefined || points.length < 2) return [];
  const mark = (which: 'start' | 'end', tip: Point, from: Point): Marked =>
    marked({
      type: style(`${which}Arrow`),
      tip,
      from,
      size: numberOf(style, `${which}Size`, ARROW),
      fill: style(`${which}Fill`) === '0' ? null : colourOf(style(`${which}FillColor`), paint.stroke ?? 'none'),
      strokeWidth: paint.strokeWidth,
      isStart: which === 'start',
    });
  const tail = mark('start', start, points[1] ?? start);
  const head = mark('end', end, points.at(-2) ?? end);
  const line = [tail.end, ...points.slice(1, -1), head.end];
  return [outline(linePathOf(line, style, paint, stops)), ...tail.parts, ...head.parts];
}

/** Without points that lie less than a px from the one before them, as draw.io's pictures show it. */
function spaced(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last === undefined || Math.abs(point.x - last.x) >= 1 || Math.abs(point.y - last.y) >= 1) kept.push(point);
  }
  return kept.length < 2 ? points : kept;
}

function linePathOf(line: readonly Point[], style: StyleOf, paint: Paint, stops: readonly Stop[] | null): string {
  if (style('curved') === '1' && line.length > 2) return curvedPath(line);
  const radius = style('rounded') === '1' ? numberOf(style, 'arcSize', 20) / 2 : 0;
  const [start, end] = [line[0], line.at(-1)];
  if (stops === null || stops.length < 2 || start === undefined || end === undefined)
    return radius > 0 ? roundedLine(line, radius) : openPath(line);
  const size = (numberOf(style, 'jumpSize', JUMP) - 2) / 2 + paint.strokeWidth;
  const way = [{ ...start, isJump: false }, ...stops.slice(1, -1), { ...end, isJump: false }];
  return jumpingLine(way, { kind: style('jumpStyle') ?? '', size: Math.max(0, size), radius });
}

/** Through the middles of the pieces, with the points between them as handles. */
function curvedPath(points: readonly Point[]): string {
  const steps: (string | number)[] = ['M', points[0]?.x ?? 0, points[0]?.y ?? 0];
  for (let i = 1; i < points.length - 1; i++) {
    const [handle, next] = [points[i], points[i + 1]];
    if (handle === undefined || next === undefined) continue;
    const to = i === points.length - 2 ? next : { x: (handle.x + next.x) / 2, y: (handle.y + next.y) / 2 };
    steps.push('Q', handle.x, handle.y, to.x, to.y);
  }
  return path(steps);
}
