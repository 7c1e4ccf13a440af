import type { Cell, Point, Rectangle } from '@mxg/model';
import { lineReach, type Font } from '../text/measure.ts';
import { turned, type StyleOf } from '../view/shape.ts';
import { SHARES, type Align, type LabelAnchor } from './anchor.ts';
import { isHtml, labelFont, labelLines } from './label.ts';
import type { Line } from './wrap.ts';

/** A label that is set: px. Its lines and boxes lie level; all is then turned by `angle` degrees around `pivot`, a point of the page's frame. */
export interface LabelLayout {
  readonly pivot: Point;
  readonly angle: number;
  readonly lines: readonly PlacedLine[];
  /** What the ground and the border of the label fill. */
  readonly ground: Rectangle;
  /** What is seen of the label; null for all of it. */
  readonly clip: Rectangle | null;
  /** The room that it takes on the page, turned; null where it takes none. */
  readonly bounds: Rectangle | null;
}

export interface PlacedLine extends Line {
  /** Where it begins. */
  readonly x: number;
  /** px, of its upper side. */
  readonly top: number;
  /** px, of its base. */
  readonly base: number;
  readonly side: Align;
}

/** Sets a label where it hangs, as Chromium does in draw.io's pictures. */
export const layoutLabel = (cell: Cell, anchor: LabelAnchor, style: StyleOf): LabelLayout =>
  isHtml(style) ? htmlLayout(cell, anchor, style) : plainLayout(cell, anchor, style);

/** Browsers lay out in 64ths of a px. */
const floored = (px: number): number => Math.floor(px * 64 + 1e-6) / 64;
const raised = (px: number): number => Math.ceil(px * 64 - 1e-6) / 64;

/** px that a flexible box is wider than the room of its label, where it does not fill its cell. */
const SLACK = 2;

/** Of an HTML label: a flexible box whose corner is at whole px holds a block that is as large as its text, or clips it. */
function htmlLayout(cell: Cell, anchor: LabelAnchor, style: StyleOf): LabelLayout {
  const { align, verticalAlign, x, y, angle } = anchor;
  const overflow = style('overflow') ?? 'visible';
  const [across, down] = [SHARES[align], SHARES[verticalAlign]];
  const wraps = style('whiteSpace') === 'wrap';
  const isFilled = overflow === 'fill';
  const isFixed = isFilled || overflow === 'width' || overflow === 'block';
  const isWide = wraps || isFixed || overflow === 'hidden';
  const [wide, high] = [anchor.width + (isFixed ? 0 : SLACK), anchor.height];
  const room = { width: isWide ? Math.round(wide) : 1, height: isFilled ? Math.round(high) : 1 };
  const border = style('labelBorderColor') === null || style('labelBorderColor') === 'none' ? 0 : 1;
  const own = isFixed ? 0 : border;
  const block = textBlock(cell, wraps ? room.width - 2 * own : null);
  const blockSize = { width: block.width + 2 * own, height: block.height + 2 * own };
  const size = {
    width: isFixed ? room.width : overflow === 'hidden' ? Math.min(blockSize.width, room.width) : blockSize.width,
    height: isFilled
      ? room.height
      : overflow === 'hidden' || (overflow === 'width' && high > 0)
        ? Math.min(blockSize.height, Math.round(high))
        : blockSize.height,
  };
  const box = {
    x: Math.round(x - (isWide ? across * wide : 0)) + floored(across * (room.width - size.width)),
    y: Math.round(y - (isFilled ? down * high : 0)) + floored(down * (room.height - size.height)),
    ...size,
  };
  const inner = { x: box.x + own, y: box.y + own, width: isFixed ? box.width : block.width };
  const isClipped = isFixed || overflow === 'hidden';
  const offset = {
    width: overflow === 'width' ? anchor.width : Math.round(box.width),
    height: Math.round(box.height),
  };
  const isSame = isFilled || (overflow === 'hidden' && isCentred(style));
  const taken = isSame ? { width: anchor.width, height: anchor.height } : offset;
  return {
    pivot: { x, y },
    angle,
    lines: placedLines(block, inner, align),
    ground: isFixed ? snapped(box) : snapped({ ...box, width: blockSize.width, height: blockSize.height }),
    clip: isClipped && (blockSize.width > box.width || blockSize.height > box.height) ? snapped(box) : null,
    bounds: turnedBox({ x: x - across * taken.width, y: y - down * taken.height, ...taken }, angle, { x, y }),
  };
}

const isCentred = (style: StyleOf): boolean =>
  (style('labelPosition') ?? 'center') === 'center' && (style('verticalLabelPosition') ?? 'middle') === 'middle';

/** A box as it is painted: its sides at whole px. */
const snapped = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(x + width) - Math.round(x),
  height: Math.round(y + height) - Math.round(y),
});

interface TextBlock {
  readonly lines: readonly (Line & Reach)[];
  readonly width: number;
  readonly height: number;
}

/** px above and below the base of a line. */
interface Reach {
  readonly up: number;
  readonly down: number;
}

/** A label's text as a block that is as wide as its longest line, or as its room where a line is broken. */
function textBlock(cell: Cell, room: number | null): TextBlock {
  const font = labelFont(cell);
  const lines = labelLines(cell, cell.label, room).map((line) => {
    const { up, down } = lineHeight(line, font);
    return { up, down, ...line };
  });
  const longest = lines.reduce((most, line) => Math.max(most, raised(line.width) + line.indent), 0);
  const isBroken = room !== null && lines.some(({ goesOn }) => goesOn);
  return {
    lines,
    width: isBroken ? Math.max(room, longest) : longest,
    height: lines.reduce((sum, { above, below = 0, up, down }) => sum + above + up + down + below, 0),
  };
}

/** Of the font size: the height of a line. */
const LEADING = 1.2;

/** A line is as high as its label's font has it, or the highest of its runs. */
function lineHeight({ runs, rule, strut }: Line, own: Font): Reach {
  if (rule !== undefined) return { up: 0, down: rule.height };
  let { up, down } = reachOf(strut ?? own);
  for (const { text, font, ink } of runs) {
    if (font === own || text.trim() === '') continue;
    const reach = reachOf(font);
    const raise = ink?.raise ?? 0;
    up = Math.max(up, reach.up + raise);
    down = Math.max(down, reach.down - raise);
  }
  return { up, down };
}

function reachOf(font: Font): Reach {
  const { ascent, descent } = lineReach(font);
  const [above, below] = [Math.round(ascent), Math.round(descent)];
  const height = floored(LEADING * font.size);
  const up = above + Math.floor((height - above - below) / 2);
  return { up, down: height - up };
}

/** The lines of a block, each aligned in it; one that is too long begins where the block does. */
function placedLines(
  { lines }: TextBlock,
  { x, y, width }: Pick<Rectangle, 'x' | 'y' | 'width'>,
  align: Align,
): readonly PlacedLine[] {
  let top = y;
  return lines.map((line) => {
    const side = line.align ?? align;
    const left = x + line.indent + floored(Math.max(0, (width - line.indent - raised(line.width)) * SHARES[side]));
    top += line.above;
    const placed = { x: left, top, base: top + line.up, side, ...line };
    top += line.up + line.down;
    return placed;
  });
}

/** Of a label without markup: lines a whole number of px apart, hung up one by one. */
function plainLayout(cell: Cell, anchor: LabelAnchor, style: StyleOf): LabelLayout {
  const { x, y, width, height, angle, align, verticalAlign } = anchor;
  const font = labelFont(cell);
  const { size } = font;
  const lines = labelLines(cell, cell.label, null);
  const step = Math.round(LEADING * size);
  const tall = size + (lines.length - 1) * step;
  const isFilled = style('overflow') === 'fill';
  const isHidden = style('overflow') === 'hidden' && width > 0 && height > 0;
  const down = SHARES[verticalAlign] * (isFilled ? height : isHidden ? Math.min(tall, height) : tall);
  const first = y + size - 1 - down - (verticalAlign === 'bottom' && !isFilled ? 1 : 0);
  const { ascent, descent } = lineReach(font);
  const [above, below] = [Math.round(ascent), Math.round(descent)];
  const placed = lines.map((line, i): PlacedLine => ({
    x: x - SHARES[align] * line.width,
    top: first + i * step - above,
    base: first + i * step,
    side: align,
    ...line,
  }));
  const seen = placed.filter(({ runs }) => runs.some(({ text }) => text.trim() !== ''));
  const box = around(seen.map((line) => ({ x: line.x, y: line.top, width: line.width, height: above + below })));
  const seenGround = {
    x: Math.floor(shortened(box.x) - 1),
    y: Math.floor(shortened(box.y)),
    width: Math.ceil(box.width + 2),
    height: Math.ceil(box.height),
  };
  const hasGround = [style('labelBackgroundColor'), style('labelBorderColor')].some(
    (each) => each !== null && each !== 'none',
  );
  const isCell = isFilled || (isHidden && isCentred(style));
  const bounds = isCell
    ? { x: x - SHARES[align] * width, y: y - SHARES[verticalAlign] * height, width, height }
    : hasGround
      ? around([box, seenGround])
      : box;
  const clip = {
    x: Math.round(x - SHARES[align] * width - 2),
    y: Math.round(y - (isFilled ? 0 : SHARES[verticalAlign] * height) - 2),
    width: Math.round(width + 4),
    height: Math.round(height + 4),
  };
  return {
    pivot: { x, y },
    angle,
    lines: placed,
    ground: plainGround(anchor, Math.round(box.width), Math.round(lines.length * floored(LEADING * size))),
    clip: isHidden ? clip : null,
    bounds: seen.length === 0 ? null : turnedBox(bounds, angle, { x, y }),
  };
}

/** Places are written in hundredths of a px. */
const shortened = (px: number): number => Math.round(px * 100) / 100;

/** In pictures, not in the view, a ground is as large as the same text would be in HTML. */
const plainGround = ({ x, y, align, verticalAlign }: LabelAnchor, width: number, height: number): Rectangle => ({
  x: Math.floor(x - SHARES[align] * width),
  y: Math.floor(y - SHARES[verticalAlign] * height + 1),
  width: width + 2,
  height: height + 1,
});

function around(boxes: readonly Rectangle[]): Rectangle {
  const [first] = boxes;
  if (first === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  let { x: left, y: top } = first;
  let [right, bottom] = [left + first.width, top + first.height];
  for (const { x, y, width, height } of boxes) {
    [left, right] = [Math.min(left, x), Math.max(right, x + width)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + height)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The room that a box takes which is turned around a point. */
export function turnedBox(box: Rectangle, angle: number, pivot: Point): Rectangle {
  if (angle % 360 === 0) return box;
  const corners = [0, 1, 2, 3].map((i) =>
    turned({ x: box.x + (i % 2) * box.width, y: box.y + Math.floor(i / 2) * box.height }, angle, pivot),
  );
  return around(corners.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
}
