import type { Cell, Diagnostic, Rectangle } from '@mxg/model';
import { vertexAnchor, type LabelAnchor } from '../label/anchor.ts';
import { turnedBox } from '../label/layout.ts';
import type { ShapeRow } from '../shapes/family.ts';
import { box } from '../shapes/general.ts';
import { shapeNamed } from '../shapes/registry.ts';
import { iconStencil } from '../shapes/stencil-icons.ts';
import { drawStencil } from '../stencils/draw.ts';
import type { Stencil, StencilNamed } from '../stencils/stencil.ts';
import { directionOf, frameFacing, middleOf, numberOf, TURNS, type StyleOf } from '../view/shape.ts';
import type { Context, VertexView } from './context.ts';
import { nothing, together, type Drawn } from './drawn.ts';
import { element, shortest } from './element.ts';
import type { Frame, Insets } from './figure.ts';
import { drawLabel } from './label.ts';
import { paintOf } from './paint.ts';
import { drawParts } from './parts.ts';
import { shapeRoom, withShadow } from './room.ts';
import { shadowed } from './shadow.ts';
import { sketched } from './sketch.ts';
import { tableRows } from './table-rows.ts';

/** Draws a vertex with its label, turned as its style says. */
export function drawVertex(view: VertexView, style: StyleOf, context: Context): Drawn {
  const { cell, bounds } = view;
  const { row, diagnostics } = rowOf(cell, style, context);
  const { width, height } = frameFacing(bounds, directionOf(style));
  const frame: Frame = {
    width,
    height,
    style,
    paint: paintOf(style),
    stencilNamed: context.stencilNamed,
    ...(style('shape') === 'table' ? { rows: tableRows(view, context) } : {}),
  };
  // without width, or without height, there is no shape
  const shape = bounds.width <= 0 || bounds.height <= 0 ? nothing : drawShape(row, frame, bounds);
  const angle = numberOf(style, 'rotation', 0);
  const turnedShape: Drawn = {
    svg: turnedBy(shape.svg, bounds, angle),
    definitions: shape.definitions,
    boxes: shape.boxes.map((box) => withShadow(turnedBox(box, angle, middleOf(bounds)), style)),
    diagnostics,
  };
  const label = drawLabel(cell, vertexAnchor(cell, bounds, labelArea(row, frame, bounds), style), style, context);
  return together(shadowed(turnedShape, style), label);
}

/** Where the label of a vertex hangs. */
export function labelAnchor({ cell, bounds }: VertexView, style: StyleOf): LabelAnchor {
  const row = shapeNamed(style('shape') ?? 'label');
  const frame: Frame = { ...frameFacing(bounds, directionOf(style)), style, paint: paintOf(style) };
  return vertexAnchor(cell, bounds, row === null ? bounds : labelArea(row, frame, bounds), style);
}

interface KnownRow {
  readonly row: ShapeRow;
  readonly diagnostics: readonly Diagnostic[];
}

const known = (row: ShapeRow): KnownRow => ({ row, diagnostics: [] });

/** What draws a cell: a stencil of its name goes before a shape of our own; an unknown shape is a box, and reported. */
function rowOf(cell: Cell, style: StyleOf, context: Context): KnownRow {
  const name = style('shape') ?? 'label';
  const stencil = context.stencilNamed(name);
  const row = stencil === null ? shapeNamed(name) : stencilRow(stencil, context.stencilNamed);
  if (row === null) return { row: { draw: box }, diagnostics: [unknownShape(cell, name)] };
  const icon = row.icon === undefined ? '' : (style(row.icon.key) ?? '');
  const lacks = row.icon !== undefined && icon !== '' && iconStencil(row.icon, style, context.stencilNamed) === null;
  return lacks ? { row, diagnostics: [unknownIcon(cell, icon)] } : known(row);
}

const stencilRow = (stencil: Stencil, named: StencilNamed): ShapeRow => ({
  draw: (frame) => drawStencil(stencil, frame, named),
});

const unknownShape = (cell: Cell, name: string): Diagnostic =>
  unknown(cell, `the shape \`${name}\` is not known here, and drawn as a box`);

const unknownIcon = (cell: Cell, name: string): Diagnostic =>
  unknown(cell, `the icon \`${name}\` is not known here, and left out`);

const unknown = (cell: Cell, message: string): Diagnostic => ({
  code: 'render/unknown-shape',
  severity: 'info',
  message,
  hint: 'hand in the stencil library that has it',
  span: null,
  exact: false,
  subject: { ...(cell.id === null ? {} : { cell: cell.id }), label: cell.label },
});

function drawShape(row: ShapeRow, frame: Frame, bounds: Rectangle): Drawn {
  const { style, paint } = frame;
  const { svg, definitions } = drawParts(sketched(row.draw(frame), style, paint), paint);
  return {
    svg: svg === '' ? '' : element('g', { transform: placing(frame, bounds, style) }, svg),
    definitions,
    boxes: [shapeRoom(bounds, style, paint)],
    diagnostics: [],
  };
}

/** From the frame of a shape that faces east to the page's: turned by quarters, then flipped. */
function placing({ width, height }: Frame, bounds: Rectangle, style: StyleOf): string {
  const quarter = TURNS[directionOf(style)];
  const [flipX, flipY] = [style('flipH') === '1' ? -1 : 1, style('flipV') === '1' ? -1 : 1];
  if (quarter === 0 && flipX === 1 && flipY === 1) return `translate(${shortest(bounds.x)} ${shortest(bounds.y)})`;
  const { x, y } = middleOf(bounds);
  return [
    `translate(${shortest(x)} ${shortest(y)})`,
    ...(flipX === 1 && flipY === 1 ? [] : [`scale(${flipX} ${flipY})`]),
    ...(quarter === 0 ? [] : [`rotate(${quarter})`]),
    `translate(${shortest(-width / 2)} ${shortest(-height / 2)})`,
  ].join(' ');
}

/** Where the label of a shape stands, in the page's frame: its insets are turned and flipped with the shape. */
function labelArea(row: ShapeRow, frame: Frame, bounds: Rectangle): Rectangle {
  const insets = row.labelInsets?.(frame);
  if (insets === undefined) return bounds;
  const [top, right, bottom, left] = placedInsets(insets, frame.style);
  return {
    x: bounds.x + left,
    y: bounds.y + top,
    width: Math.max(0, bounds.width - left - right),
    height: Math.max(0, bounds.height - top - bottom),
  };
}

/** px from the top, right, bottom and left sides of a page's frame. */
function placedInsets({ left = 0, top = 0, right = 0, bottom = 0 }: Insets, style: StyleOf): Sides {
  const facingEast = [top, right, bottom, left] as const;
  const quarters = TURNS[directionOf(style)] / 90;
  const side = (i: number): number => facingEast[(i + 4 - quarters) % 4] ?? 0;
  const [flipX, flipY] = [style('flipH') === '1', style('flipV') === '1'];
  return [side(flipY ? 2 : 0), side(flipX ? 3 : 1), side(flipY ? 0 : 2), side(flipX ? 1 : 3)];
}

type Sides = readonly [top: number, right: number, bottom: number, left: number];

function turnedBy(svg: string, bounds: Rectangle, angle: number): string {
  if (svg === '' || angle % 360 === 0) return svg;
  const { x, y } = middleOf(bounds);
  return element('g', { transform: `rotate(${shortest(angle)} ${shortest(x)} ${shortest(y)})` }, svg);
}
