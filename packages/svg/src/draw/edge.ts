import type { Point } from '@mxg/model';
import { pointOnEdge } from '../view/edge-labels.ts';
import { numberOf, type StyleOf } from '../view/shape.ts';
import type { CellView } from '../view/view.ts';
import { nothing, together, type Drawn } from './drawn.ts';
import { path } from './element.ts';
import { drawEdgeLabel } from './label.ts';
import { marked, type Marked } from './markers.ts';
import { paintOf } from './paint.ts';
import { drawParts } from './parts.ts';
import { outline } from './figure.ts';
import { arcAround, openPath } from './paths.ts';

const ARROW = 6;

type EdgeView = Extract<CellView, { kind: 'edge' }>;

/** Draws an edge with the marks at its ends and its label. */
export function drawEdge({ cell, points }: EdgeView, style: StyleOf): Drawn {
  const reach = Math.max(reachOf(style, 'start'), reachOf(style, 'end'), numberOf(style, 'strokeWidth', 1) / 2);
  const boxes = points.map(({ x, y }) => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }));
  const at = pointOnEdge(points, cell.geometry ?? { x: 0, y: 0, offset: null });
  return together({ ...nothing, svg: drawLine(points, style), boxes }, drawEdgeLabel(cell, at, style));
}

/** px around an end that its mark may take. */
const reachOf = (style: StyleOf, end: 'start' | 'end'): number =>
  (style(`${end}Arrow`) ?? 'none') === 'none' ? 0 : numberOf(style, `${end}Size`, ARROW) + 1;

function drawLine(points: readonly Point[], style: StyleOf): string {
  const [start, second] = points;
  const [before, end] = [points.at(-2), points.at(-1)];
  if (start === undefined || second === undefined || before === undefined || end === undefined) return '';
  const paint = paintOf(style);
  const mark = (which: 'start' | 'end', tip: Point, from: Point): Marked =>
    marked({
      type: style(`${which}Arrow`),
      tip,
      from,
      size: numberOf(style, `${which}Size`, ARROW),
      filled: style(`${which}Fill`) !== '0',
      paint,
    });
  const [tail, head] = [mark('start', start, second), mark('end', end, before)];
  const line = [tail.end, ...points.slice(1, -1), head.end];
  const d =
    style('curved') === '1' && line.length > 2
      ? curvedPath(line)
      : style('rounded') === '1'
        ? roundedLine(line, numberOf(style, 'arcSize', 20) / 2)
        : openPath(line);
  return drawParts([outline(d), ...tail.parts, ...head.parts], paint).svg;
}

function roundedLine(points: readonly Point[], radius: number): string {
  const steps = points.flatMap((point, i): readonly (string | number)[] => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (before === undefined || after === undefined) return [i === 0 ? 'M' : 'L', point.x, point.y];
    return ['L', ...arcAround(point, before, after, radius)];
  });
  return path(...steps);
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
  return path(...steps);
}
