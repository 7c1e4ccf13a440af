import { styleNumber, styleValue, type Rectangle, type Style } from '@mxg/model';

/** Line height over font size, as draw.io sets it. */
export const LINE_HEIGHT = 1.2;

/** Mean advance of a character over the font size, of Latin text in Helvetica, and of East Asian text. */
const ADVANCE = 0.5;
const WIDE_ADVANCE = 1;

/** Where the text of a shape stands, by its alignment; px, in the frame of the bounds. An estimate: no font is measured. */
export function inkOf(lines: readonly string[], style: Style, fontSize: number, bounds: Rectangle): Rectangle | null {
  if (lines.length === 0) return null;
  const widths = lines.map((line) => widthOf(line, fontSize));
  const wraps = styleValue(style, 'whiteSpace') === 'wrap' && bounds.width > fontSize;
  const rows = widths.reduce((sum, width) => sum + (wraps ? Math.ceil(width / bounds.width) : 1), 0);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const width = wraps ? Math.min(widest, bounds.width) : widest;
  const height = rows * fontSize * LINE_HEIGHT;
  const across = PLACES.get(styleValue(style, 'labelPosition') ?? '') ?? 0;
  const down = PLACES.get(styleValue(style, 'verticalLabelPosition') ?? '') ?? 0;
  const box = { ...bounds, x: bounds.x + across * bounds.width, y: bounds.y + down * bounds.height };
  return {
    x: aligned(box.x, box.width, width, styleValue(style, 'align') ?? 'center'),
    y: aligned(box.y, box.height, height, styleValue(style, 'verticalAlign') ?? 'middle'),
    width,
    height,
  };
}

/** Where a label stands outside of its shape, in sizes of the shape. */
const PLACES: ReadonlyMap<string, number> = new Map([
  ['left', -1],
  ['right', 1],
  ['top', -1],
  ['bottom', 1],
]);

function aligned(start: number, room: number, size: number, align: string): number {
  if (align === 'left' || align === 'top') return start;
  return align === 'right' || align === 'bottom' ? start + room - size : start + (room - size) / 2;
}

function widthOf(line: string, fontSize: number): number {
  let width = 0;
  for (const character of line) width += (character.codePointAt(0) ?? 0) >= EAST_ASIAN ? WIDE_ADVANCE : ADVANCE;
  return width * fontSize;
}

/** From here on most characters are as wide as they are high. */
const EAST_ASIAN = 0x2e80;

/** px: no text is set larger. */
const LARGEST = 1e4;

/** px; draw.io's default where a style gives none. */
export const fontSizeOf = (style: Style, fallback: number): number =>
  Math.max(1, Math.min(LARGEST, styleNumber(style, 'fontSize', fallback)));
