import type { Point } from '@mxg/model';
import { outline, solid, type Part } from './figure.ts';
import type { Paint } from './paint.ts';
import { closedPath, ellipsePath, openPath } from './paths.ts';

/** The end of an edge with a mark on it: what is drawn, and where the line itself ends. */
export interface Marked {
  readonly parts: readonly Part[];
  readonly end: Point;
}

/** What an arrow head hangs on. */
export interface MarkQuery {
  readonly type: string | null;
  /** Where the edge ends, and the point that it comes from. */
  readonly tip: Point;
  readonly from: Point;
  /** px. */
  readonly size: number;
  readonly filled: boolean;
  readonly paint: Paint;
}

/** Draws the head of an edge. A kind that is not known has none. */
export function marked({ type, tip, from, size, filled, paint }: MarkQuery): Marked {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y);
  if (type === null || type === 'none' || length === 0 || paint.stroke === null) return { parts: [], end: tip };
  const unit = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const { strokeWidth } = paint;
  const ink = { dashes: null, fill: filled ? paint.stroke : null };
  // the miter of the outline must not reach beyond the tip
  const reach = type.startsWith('classic') || type.startsWith('block') ? strokeWidth * 1.118 : strokeWidth / 2;
  const at = (back: number, aside: number): Point => ({
    x: tip.x - unit.x * (reach + back) - unit.y * aside,
    y: tip.y - unit.y * (reach + back) + unit.x * aside,
  });
  const whole = size + strokeWidth;
  const draw = (...points: readonly Point[]): readonly Part[] => [solid(closedPath(points), ink)];
  const aside = whole / (type.endsWith('Thin') ? 3 : 2);
  if (type.startsWith('classic'))
    return {
      parts: draw(at(0, 0), at(whole, aside), at((whole * 3) / 4, 0), at(whole, -aside)),
      end: at((whole * 3) / 4, 0),
    };
  if (type.startsWith('block'))
    return { parts: draw(at(0, 0), at(whole, aside), at(whole, -aside)), end: at(whole, 0) };
  if (type.startsWith('open'))
    return {
      parts: [outline(openPath([at(whole, aside), at(0, 0), at(whole, -aside)]), { dashes: null })],
      end: at(strokeWidth, 0),
    };
  if (type.startsWith('diamond')) {
    const half = whole / (type.endsWith('Thin') ? 3.4 : 2);
    return { parts: draw(at(0, 0), at(whole / 2, half), at(whole, 0), at(whole / 2, -half)), end: at(whole, 0) };
  }
  if (type === 'oval') {
    const radius = size / 2;
    const dot = { x: tip.x - radius, y: tip.y - radius, width: size, height: size };
    return { parts: [solid(ellipsePath(dot), ink)], end: tip };
  }
  return { parts: [], end: tip };
}
