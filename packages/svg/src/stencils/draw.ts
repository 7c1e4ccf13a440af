import { colourOf } from '../draw/colour.ts';
import { path } from '../draw/element.ts';
import type { Frame, ImagePart, Part, TextPart } from '../draw/figure.ts';
import { boxPath, ellipsePath, openPath, roundedPolygon } from '../draw/paths.ts';
import { embedded } from '../shapes/image.ts';
import { numberOf } from '../view/shape.ts';
import { inkOf, penFor, penWith, type Pen } from './pen.ts';
import type { Box, Segment, Stencil, StencilNamed, Step, TextStep } from './stencil.ts';

/** Where a stencil is drawn, in place of the whole frame, and in which colours, in place of the shape's own. */
export interface Placing extends Partial<Pick<Pen, 'fill' | 'stroke'>> {
  /** px, in the frame. */
  readonly within?: Box;
}

/** Draws a stencil in the frame of a shape. */
export function drawStencil(
  stencil: Stencil,
  frame: Frame,
  named: StencilNamed,
  { within = { x: 0, y: 0, width: frame.width, height: frame.height }, ...colours }: Placing = {},
): readonly Part[] {
  const pen = { ...penFor(frame), ...colours };
  const drawing: Drawing = { frame, named, parts: [], pen, saved: [], pending: null, steps: 0 };
  run(stencil, within, drawing, 0);
  return drawing.parts;
}

/** Steps of one drawing, those of stencils inside it too; stencils in one another. Far above any honest shape. */
const [MOST_STEPS, MOST_DEPTH] = [20_000, 8];

/** What changes while a stencil is run. */
interface Drawing {
  readonly frame: Frame;
  readonly named: StencilNamed;
  readonly parts: Part[];
  pen: Pen;
  readonly saved: Pen[];
  /** An outline that is not painted yet. */
  pending: string | null;
  steps: number;
}

/** From a stencil's units to the frame. */
interface Fit {
  readonly x: number;
  readonly y: number;
  readonly across: number;
  readonly down: number;
}

function run(stencil: Stencil, within: Box, drawing: Drawing, depth: number): void {
  if (!(within.width > 0 && within.height > 0) || depth > MOST_DEPTH) return;
  const fit = fitOf(stencil, within);
  const { paint } = drawing.frame;
  const width = stencil.strokeWidth === 'inherit' ? paint.strokeWidth : stencil.strokeWidth * scaleOf(fit);
  drawing.pen = { ...drawing.pen, strokeWidth: width };
  const saved = drawing.saved.length;
  for (const step of stencil.steps) {
    if (++drawing.steps > MOST_STEPS) break;
    take(step, fit, drawing, depth);
  }
  drawing.saved.length = Math.min(saved, drawing.saved.length);
}

function fitOf({ width, height, keepsAspect }: Stencil, within: Box): Fit {
  const [across, down] = [within.width / width, within.height / height];
  if (!keepsAspect) return { x: within.x, y: within.y, across, down };
  const scale = Math.min(across, down);
  return {
    x: within.x + (within.width - width * scale) / 2,
    y: within.y + (within.height - height * scale) / 2,
    across: scale,
    down: scale,
  };
}

const scaleOf = ({ across, down }: Fit): number => Math.min(across, down);

const placed = ({ x, y, width, height }: Box, fit: Fit): Box => ({
  x: fit.x + x * fit.across,
  y: fit.y + y * fit.down,
  width: width * fit.across,
  height: height * fit.down,
});

/** SVG draws nothing of boxes without room. */
const isFlat = ({ width, height }: Box): boolean => width <= 0 || height <= 0;

function take(step: Step, fit: Fit, drawing: Drawing, depth: number): void {
  switch (step.kind) {
    case 'path':
      drawing.pending =
        step.rounding === null ? pathOf(step.segments, fit) : roundedPath(step.segments, step.rounding, fit);
      break;
    case 'rect':
      drawing.pending = isFlat(step) ? null : boxPath(placed(step, fit));
      break;
    case 'roundrect': {
      const box = placed(step, fit);
      drawing.pending = isFlat(step) ? null : boxPath(box, (Math.min(box.width, box.height) * step.arc) / 100);
      break;
    }
    case 'ellipse':
      drawing.pending = isFlat(step) ? null : ellipsePath(placed(step, fit));
      break;
    case 'paint':
      if (drawing.pending !== null) {
        drawing.parts.push({ kind: 'path', d: drawing.pending, ...inkOf(drawing.pen, step, drawing.frame) });
      }
      drawing.pending = null;
      break;
    case 'image':
      drawing.parts.push(...imageOf(step, fit, drawing.pen));
      break;
    case 'text':
      drawing.parts.push(...textOf(step, fit, drawing));
      break;
    case 'include': {
      const included = drawing.named(step.name);
      if (included !== null) run(included, placed(step, fit), drawing, depth + 1);
      break;
    }
    case 'save':
      drawing.saved.push(drawing.pen);
      break;
    case 'restore':
      drawing.pen = drawing.saved.pop() ?? drawing.pen;
      break;
    case 'set':
      drawing.pen = penWith(drawing.pen, step, scaleOf(fit));
  }
}

/** Paths that do not begin with a move are not drawn. */
function pathOf(segments: readonly Segment[], fit: Fit): string | null {
  if (segments[0]?.command !== 'M') return null;
  return path(
    ...segments.flatMap(({ command, numbers }) =>
      command === 'A'
        ? arcOf(numbers, fit)
        : [command, ...numbers.map((n, i) => (i % 2 === 0 ? fit.x + n * fit.across : fit.y + n * fit.down))],
    ),
  );
}

/** An arc without a radius is not even a line. */
function arcOf(
  [rx = 0, ry = 0, turn = 0, large = 0, sweep = 0, x = 0, y = 0]: readonly number[],
  fit: Fit,
): readonly (string | number)[] {
  if (rx === 0 || ry === 0) return [];
  return [
    'A',
    Math.abs(rx * fit.across),
    Math.abs(ry * fit.down),
    turn,
    large === 0 ? 0 : 1,
    sweep === 0 ? 0 : 1,
    fit.x + x * fit.across,
    fit.y + y * fit.down,
  ];
}

/** Lines whose corners are rounded, px; a path with anything else keeps its corners. */
function roundedPath(segments: readonly Segment[], radius: number, fit: Fit): string | null {
  if (segments.some(({ command }) => command !== 'M' && command !== 'L')) return pathOf(segments, fit);
  const lines: { x: number; y: number }[][] = [];
  for (const {
    command,
    numbers: [x = 0, y = 0],
  } of segments) {
    if (command === 'M' || lines.length === 0) lines.push([]);
    lines.at(-1)?.push({ x: fit.x + x * fit.across, y: fit.y + y * fit.down });
  }
  const drawn = lines.map((points) => {
    const [first, last] = [points[0], points.at(-1)];
    const isClosed = points.length > 2 && first?.x === last?.x && first?.y === last?.y;
    return isClosed ? roundedPolygon(points.slice(0, -1), radius) : openPath(points);
  });
  return drawn.length === 0 ? null : drawn.join(' ');
}

function imageOf(step: Extract<Step, { kind: 'image' }>, fit: Fit, { alpha }: Pen): readonly ImagePart[] {
  const href = embedded(step.href);
  const { flipH, flipV } = step;
  return href === null
    ? []
    : [{ kind: 'image', href, ...placed(step, fit), keepsAspect: false, flipH, flipV, opacity: alpha }];
}

function textOf(step: TextStep, fit: Fit, { pen, frame }: Drawing): readonly TextPart[] {
  if (step.text.trim() === '' || !(pen.fontSize > 0)) return [];
  const { fontSize: size } = pen;
  return [
    {
      kind: 'text',
      text: step.text,
      x: fit.x + step.x * fit.across,
      y: fit.y + step.y * fit.down + BASES[step.verticalAlign](size),
      align: step.align,
      verticalAlign: 'base',
      size,
      family: pen.family,
      colour: colourOf(pen.fontColour, '#000000') ?? 'none',
      bold: (pen.fontStyle & 1) !== 0,
      italic: (pen.fontStyle & 2) !== 0,
      rotation: step.rotation - (step.staysLevel ? numberOf(frame.style, 'rotation', 0) : 0),
      opacity: pen.alpha,
    },
  ];
}

/** px from the point of a text to its base, for its size. Source: mxSvgCanvas2D.plainText of mxGraph 4.2. */
const BASES: Readonly<Record<TextStep['verticalAlign'], (size: number) => number>> = {
  top: (size) => size - 1,
  middle: (size) => size / 2 - 1,
  bottom: () => -2,
};
