import type { Cell, Point, Rectangle } from '@mxg/model';
import { middleOf, numberOf, turned, type StyleOf } from '../view/shape.ts';

/**
 * Where a label hangs: px, in the page's frame. The label lies around this point as it is aligned, and turns around it; the room that it
 * may take is that of its cell. Source of all here: what mxGraph 4.2 does (mxCellRenderer, mxText), checked against draw.io 24.7's view.
 */
export interface LabelAnchor extends Point {
  readonly width: number;
  readonly height: number;
  /** Degrees, clockwise. */
  readonly angle: number;
  readonly align: Align;
  readonly verticalAlign: VerticalAlign;
}

export type Align = 'left' | 'center' | 'right';
export type VerticalAlign = 'top' | 'middle' | 'bottom';

/** px from each side of a cell to its label where the style says nothing; what is added to those at the top and the bottom. */
const [SPACING, ABOVE, BELOW] = [2, 5, 1];

/** Shares of its size that a box stands before the point that it hangs on. */
export const SHARES: Readonly<Record<Align | VerticalAlign, number>> = {
  left: 0,
  center: 0.5,
  right: 1,
  top: 0,
  middle: 0.5,
  bottom: 1,
};

/**
 * Where the label of a vertex hangs.
 * @param area what the shape leaves to a label that stands in it: px, in the page's frame, before the cell is turned
 */
export function vertexAnchor(cell: Cell, bounds: Rectangle, area: Rectangle, style: StyleOf): LabelAnchor {
  const alignment = alignmentOf(style);
  const spacing = spacingOf(style);
  const room = roomOf(cell, bounds, area, style);
  const [isInside, isBetween] = [
    isCentre(style('labelPosition'), 'center'),
    isCentre(style('verticalLabelPosition'), 'middle'),
  ];
  const x = room.x + SHARES[alignment.align] * room.width;
  const y = room.y + SHARES[alignment.verticalAlign] * room.height;
  const isFlush = style('overflow') === 'fill' || style('overflow') === 'width';
  const shift = isFlush ? { x: 0, y: 0 } : shiftOf(alignment, spacing);
  const angle = numberOf(style, 'rotation', 0) + (style('horizontal') === '0' ? -90 : 0);
  const isSet = style('labelWidth') !== null;
  const at = turned({ x: x + shift.x, y: y + shift.y }, angle, middleOf(bounds));
  return {
    x: at.x,
    y: at.y,
    width: Math.max(0, room.width - (isFlush || isSet || !isInside ? 0 : spacing.left + spacing.right)),
    height: Math.max(0, room.height - (isFlush || !isBetween ? 0 : spacing.top + spacing.bottom)),
    angle,
    ...alignment,
  };
}

/** Where the label of an edge hangs. @param at the point of the edge that its geometry names */
export function edgeAnchor(cell: Cell, at: Point, style: StyleOf): LabelAnchor {
  const alignment = alignmentOf(style);
  const shift = shiftOf(alignment, spacingOf(style));
  const { width = 0, height = 0 } = cell.geometry ?? {};
  return {
    x: at.x + shift.x,
    y: at.y + shift.y,
    width: numberOf(style, 'labelWidth', Math.max(0, width)),
    height: Math.max(0, height),
    angle: style('horizontal') === '0' ? -90 : 0,
    ...alignment,
  };
}

/** The box that a label of a vertex has, in a frame in which the label lies level: the page's, turned around the middle of the cell. */
function roomOf(cell: Cell, bounds: Rectangle, area: Rectangle, style: StyleOf): Rectangle {
  const isUpright = style('horizontal') === '0';
  const [aside, above] = [style('labelPosition'), style('verticalLabelPosition')];
  const own = numberOf(style, 'labelWidth', NaN);
  const isInside = isCentre(aside, 'center') && isCentre(above, 'middle');
  const offset = offsetOf(cell, bounds, style);
  const moved = isUpright ? { x: offset.y, y: offset.x } : offset;
  const box = isInside ? area : bounds;
  const level = isUpright ? lying(box, middleOf(bounds)) : box;
  return {
    x: level.x + moved.x,
    y: level.y + moved.y,
    width: Number.isNaN(own) ? Math.max(1, level.width) : own,
    height: Math.max(1, level.height),
  };
}

/** A box as it lies when it is turned by a quarter, clockwise, around a point. */
const lying = ({ x, y, width, height }: Rectangle, around: Point): Rectangle => ({
  x: around.x - (y + height - around.y),
  y: around.y + (x - around.x),
  width: height,
  height: width,
});

/** px that a label stands away from its cell: its own offset, and where it stands beside, above or below. */
function offsetOf({ geometry }: Cell, { width, height }: Rectangle, style: StyleOf): Point {
  const own = geometry === null || geometry.relative ? null : geometry.offset;
  const [aside, above] = [style('labelPosition'), style('verticalLabelPosition')];
  const set = numberOf(style, 'labelWidth', NaN);
  const label = Number.isNaN(set) ? width : set;
  const x =
    aside === 'left' ? -label : aside === 'right' ? width : (width - label) * SHARES[alignOf(style('align'), 'center')];
  const y = above === 'top' ? -height : above === 'bottom' ? height : 0;
  return { x: x + (own?.x ?? 0), y: y + (own?.y ?? 0) };
}

const isCentre = (value: string | null, centre: string): boolean => value === null || value === centre;

interface Spacing {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function spacingOf(style: StyleOf): Spacing {
  const all = Math.trunc(numberOf(style, 'spacing', SPACING));
  const side = (key: string): number => all + Math.trunc(numberOf(style, key, 0));
  return {
    left: side('spacingLeft'),
    top: side('spacingTop'),
    right: side('spacingRight'),
    bottom: side('spacingBottom'),
  };
}

/** px that spacing moves a label by. */
const shiftOf = ({ align, verticalAlign }: Alignment, { left, top, right, bottom }: Spacing): Point => ({
  x: align === 'center' ? (left - right) / 2 : align === 'right' ? -right : left,
  y: verticalAlign === 'middle' ? (top - bottom) / 2 : verticalAlign === 'bottom' ? -bottom - BELOW : top + ABOVE,
});

type Alignment = Pick<LabelAnchor, 'align' | 'verticalAlign'>;

function alignmentOf(style: StyleOf): Alignment {
  const vertical = style('verticalAlign');
  return {
    align: alignOf(style('align'), 'center'),
    verticalAlign: vertical === 'top' || vertical === 'bottom' ? vertical : 'middle',
  };
}

export const alignOf = (value: string | null, fallback: Align): Align =>
  value === 'left' || value === 'center' || value === 'right' ? value : fallback;
