import { colourOf } from './colour.ts';
import type { Definition } from './drawn.ts';
import { element, escaped, shortest, type AttributeValue } from './element.ts';
import type { ImagePart, Part, PathPart, TextPart } from './figure.ts';
import type { Gradient, Paint } from './paint.ts';

/** Elements of a figure, and what they refer to. */
export interface Figure {
  readonly svg: string;
  readonly definitions: readonly Definition[];
}

/** Writes the parts of a figure, back to front. */
export function drawParts(parts: readonly Part[], paint: Paint): Figure {
  const gradient = paint.fill === null || paint.gradient === null ? null : gradientFrom(paint.fill, paint.gradient);
  const svg = parts.map((part) =>
    part.kind === 'path'
      ? pathElement(part, paint, gradient)
      : part.kind === 'image'
        ? imageElement(part)
        : textElement(part),
  );
  const hasOwn = parts.some((part) => part.kind === 'path' && part.gradient !== undefined);
  const definitions = hasOwn ? parts.flatMap((part) => (part.kind === 'path' ? ownGradient(part) : [])) : [];
  return { svg: svg.join(''), definitions: gradient === null ? definitions : [gradient, ...definitions] };
}

const ownGradient = ({ fill, gradient }: PathPart): readonly Definition[] =>
  gradient === undefined || fill === undefined || fill === null ? [] : [gradientFrom(fill, gradient)];

function pathElement(part: PathPart, paint: Paint, gradient: Definition | null): string {
  const own = gradient === null ? paint.fill : `url(#${gradient.id})`;
  const [running] = ownGradient(part);
  const fill = part.fill === undefined ? own : running === undefined ? part.fill : `url(#${running.id})`;
  const stroke = part.stroke === undefined ? paint.stroke : part.stroke;
  const width = part.strokeWidth ?? paint.strokeWidth;
  if ((fill === null && (stroke === null || width === 0)) || part.d === '') return '';
  const isDrawn = stroke !== null && width !== 0;
  const dashes = part.dashes === undefined ? paint.dashes : part.dashes;
  const miterLimit = part.join === undefined ? (part.miterLimit ?? 10) : null;
  return element('path', {
    d: part.d,
    fill: fill ?? 'none',
    'fill-opacity': fill === null ? null : below1(part.fillOpacity ?? paint.fillOpacity),
    stroke: isDrawn ? stroke : 'none',
    'stroke-width': isDrawn && width !== 1 ? width : null,
    'stroke-dasharray': isDrawn ? dashes : null,
    'stroke-linecap': isDrawn ? (part.cap ?? null) : null,
    'stroke-linejoin': isDrawn ? (part.join ?? null) : null,
    'stroke-miterlimit': isDrawn ? miterLimit : null,
    'stroke-opacity': isDrawn ? below1(part.strokeOpacity ?? paint.strokeOpacity) : null,
    opacity: below1(part.opacity ?? 1),
  });
}

const below1 = (opacity: number): number | null => (opacity < 1 ? Math.max(0, opacity) : null);

/** px that draw.io moves images and texts up and to the left, as its pictures begin at -0.5. */
const OFFSET = 0.5;

function imageElement({ href, x: left, y: top, width, height, keepsAspect, flipH, flipV, opacity }: ImagePart): string {
  const [x, y] = [left - OFFSET, top - OFFSET];
  const flip =
    flipH === true || flipV === true
      ? `translate(${flipH === true ? shortest(2 * x + width) : 0} ${flipV === true ? shortest(2 * y + height) : 0}) scale(${flipH === true ? -1 : 1} ${flipV === true ? -1 : 1})`
      : null;
  const attributes: Readonly<Record<string, AttributeValue>> = {
    x,
    y,
    width,
    height,
    href,
    preserveAspectRatio: keepsAspect ? null : 'none',
    transform: flip,
    opacity: below1(opacity ?? 1),
  };
  return element('image', attributes);
}

const ANCHORS = { left: 'start', center: 'middle', right: 'end' } as const;
/** Of the font size, from the point of a line to its base. */
const BASES = { top: 0.95, middle: 0.35, bottom: -0.25, base: 0 } as const;

function textElement(part: TextPart): string {
  const { text, x, y, align, verticalAlign, size, family, colour, bold, italic, rotation = 0, opacity } = part;
  return element(
    'text',
    {
      x: x - OFFSET,
      y: y + BASES[verticalAlign] * size - OFFSET,
      'text-anchor': ANCHORS[align],
      fill: colourOf(colour, '#000000') ?? 'none',
      'font-size': size,
      'font-family': family,
      'font-weight': bold === true ? 'bold' : null,
      'font-style': italic === true ? 'italic' : null,
      transform: rotation === 0 ? null : `rotate(${shortest(rotation)} ${shortest(x)} ${shortest(y)})`,
      opacity: below1(opacity ?? 1),
    },
    escaped(text),
  );
}

/** Where a gradient runs from and to, in shares of what it fills. */
const RUNS: Readonly<Record<Exclude<Gradient['direction'], 'radial'>, Readonly<Record<string, string>>>> = {
  north: { x1: '0%', y1: '100%', x2: '0%', y2: '0%' },
  east: { x1: '0%', y1: '0%', x2: '100%', y2: '0%' },
  south: { x1: '0%', y1: '0%', x2: '0%', y2: '100%' },
  west: { x1: '100%', y1: '0%', x2: '0%', y2: '0%' },
};

function gradientFrom(fill: string, { colour, direction }: Gradient): Definition {
  const id = `gradient-${direction}-${fill}-${colour}`.replace(/[^\w-]/g, '');
  const stops = [
    element('stop', { offset: '0%', 'stop-color': fill }),
    element('stop', { offset: '100%', 'stop-color': colour }),
  ];
  const svg =
    direction === 'radial'
      ? element('radialGradient', { id }, ...stops)
      : element('linearGradient', { id, ...RUNS[direction] }, ...stops);
  return { id, svg };
}
