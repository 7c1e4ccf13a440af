import type { Cell, Point, Rectangle } from '@mxg/model';
import { labelFont, labelLines } from '../label/label.ts';
import type { Rule, RunInk } from '../label/runs.ts';
import type { Line } from '../label/wrap.ts';
import { lineReach } from '../text/measure.ts';
import { lyingOn, middleOf, numberOf, type StyleOf } from '../view/shape.ts';
import { colourOf } from './colour.ts';
import { nothing, type Drawn } from './drawn.ts';
import { element, escaped, shortest } from './element.ts';

/** px between a label and the sides of its cell. Source: where draw.io's pictures have them. */
const [BESIDE, ABOVE] = [2, 5];
/** Of the font size: the height of a line. */
const LEADING = 1.2;

/** Draws the label of a shape in its bounds, or beside them where the style says so. */
export function drawShapeLabel(cell: Cell, bounds: Rectangle, style: StyleOf): Drawn {
  if (cell.label === '') return nothing;
  const lines = labelLines(cell, cell.label, bounds);
  const drawn = style('horizontal') === '0' ? upright(cell, lines, bounds, style) : level(cell, lines, bounds, style);
  return CLIPPED.has(style('overflow') ?? '') ? { ...drawn, boxes: [] } : drawn;
}

/** Where the label takes no more room than its cell. */
const CLIPPED: ReadonlySet<string> = new Set(['fill', 'width', 'hidden']);

/** A label that is read from below: set level in a box that lies on its side, then turned. */
function upright(cell: Cell, lines: readonly Line[], bounds: Rectangle, style: StyleOf): Drawn {
  const { x, y } = middleOf(bounds);
  const drawn = level(cell, lines, lyingOn(bounds), style);
  if (drawn.svg === '') return drawn;
  const boxes = drawn.boxes.map((box) => ({
    x: x + (box.y - y),
    y: y - (box.x + box.width - x),
    width: box.height,
    height: box.width,
  }));
  return {
    ...drawn,
    boxes,
    svg: element('g', { transform: `rotate(-90 ${shortest(x)} ${shortest(y)})` }, drawn.svg),
  };
}

function level(cell: Cell, lines: readonly Line[], bounds: Rectangle, style: StyleOf): Drawn {
  const [dx, dy] = [SIDE[style('labelPosition') ?? ''] ?? 0, SIDE[style('verticalLabelPosition') ?? ''] ?? 0];
  const area = { ...bounds, x: bounds.x + dx * bounds.width, y: bounds.y + dy * bounds.height };
  const isText = cell.style.text.startsWith('text');
  const spacing = numberOf(style, 'spacing', BESIDE);
  const side = (key: string, base = 0): number => spacing + base + numberOf(style, key, 0);
  const align = style('align') ?? (isText ? 'left' : 'center');
  const inner = {
    left: area.x + side('spacingLeft'),
    right: area.x + area.width - side('spacingRight'),
    top: area.y + side('spacingTop', ABOVE),
    bottom: area.y + area.height - side('spacingBottom'),
  };
  const x = align === 'left' ? inner.left : align === 'right' ? inner.right : (inner.left + inner.right) / 2;
  const overflow = style('overflow');
  if (overflow === 'fill') {
    const x = Math.round(area.x);
    const shift = align === 'left' ? 0 : align === 'right' ? area.width : area.width / 2;
    return drawLines(cell, lines, { x: x + shift, y: Math.round(area.y) }, { align, style, width: area.width });
  }
  const height = heightOf(lines);
  const middle =
    area.y + area.height / 2 + (numberOf(style, 'spacingTop', 0) - numberOf(style, 'spacingBottom', 0)) / 2;
  const vertical = style('verticalAlign') ?? (isText ? 'top' : 'middle');
  const y = vertical === 'top' ? inner.top : vertical === 'bottom' ? inner.bottom - height : middle - height / 2;
  return drawLines(cell, lines, { x, y }, { align, style });
}

const SIDE: Readonly<Record<string, number>> = { left: -1, right: 1, top: -1, bottom: 1 };

/** Draws the label of an edge around a point. */
export function drawEdgeLabel(cell: Cell, at: Point, style: StyleOf): Drawn {
  if (cell.label === '') return nothing;
  const lines = labelLines(cell, cell.label, null);
  const align = style('align') ?? 'center';
  const vertical = style('verticalAlign') ?? 'middle';
  const height = heightOf(lines);
  const y = vertical === 'top' ? at.y : vertical === 'bottom' ? at.y - height : at.y - height / 2;
  return drawLines(cell, lines, { x: at.x, y }, { align, style: onGround(cell, style) });
}

/** Labels of edges stand on white, so that the edge does not run through them. */
const onGround =
  ({ kind, style }: Cell, own: StyleOf): StyleOf =>
  (key) =>
    key === 'labelBackgroundColor' && own(key) === null && (kind === 'edge' || style.text.startsWith('edgeLabel'))
      ? '#ffffff'
      : own(key);

const sizeOf = ({ runs }: Line, fallback: number): number =>
  runs.reduce((most, { font }) => Math.max(most, font.size), 0) || fallback;
/** px that a line is high. */
const tallOf = (line: Line, fallback: number): number => line.rule?.height ?? LEADING * sizeOf(line, fallback);
const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.above + tallOf(line, 12), 0);

function drawLines(
  cell: Cell,
  lines: readonly Line[],
  { x, y }: Point,
  { align, style, width: given }: { align: string; style: StyleOf; width?: number },
): Drawn {
  if (!lines.some(({ runs }) => runs.some(({ text }) => text.trim() !== ''))) return nothing;
  const base = labelFont(cell);
  const colour = colourOf(style('fontColor'), '#000000') ?? 'none';
  const anchor = anchorOf(align);
  const width = given ?? lines.reduce((most, line) => Math.max(most, line.width + line.indent), 0);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  let top = y;
  const texts = lines.map((line) => {
    const size = sizeOf(line, base.size);
    const { ascent, descent } = lineReach({ ...base, size });
    const [above, below] = [Math.round(ascent), Math.round(descent)];
    top += line.above;
    if (line.rule !== undefined) {
      const drawn = ruleAcross(line.rule, { x: left, y: Math.round(top), width });
      top += line.rule.height;
      return drawn;
    }
    const baseline = top + (LEADING * size - above - below) / 2 + above;
    top += LEADING * size;
    const spans = trimmedRuns(line).map(({ text, font, ink }) =>
      element(
        'tspan',
        {
          fill: ink === undefined || ink.colour === null ? null : colourOf(ink.colour, colour),
          'text-decoration': decorationOf(ink),
          'baseline-shift': ink === undefined || ink.raise === 0 ? null : ink.raise,
          'font-family': font.family === base.family ? null : font.family,
          'font-size': font.size === base.size ? null : font.size,
          'font-weight': font.bold === base.bold ? null : font.bold ? 'bold' : 'normal',
          'font-style': font.italic === base.italic ? null : font.italic ? 'italic' : 'normal',
        },
        escaped(text),
      ),
    );
    const own = line.align ?? align;
    const at = own === 'left' ? left + line.indent : own === 'right' ? left + width : left + (width + line.indent) / 2;
    const placed = { x: at - 0.5, 'text-anchor': anchorOf(own) === anchor ? null : anchorOf(own) };
    return spans.length === 0 ? '' : element('text', { ...placed, y: Math.round(baseline) - 0.5 }, ...spans);
  });
  const box = { x: left, y, width, height: top - y };
  const ground = colourOf(style('labelBackgroundColor'), 'none');
  const back = ground === null ? '' : element('rect', { ...box, fill: ground });
  const textOpacity = Math.max(0, numberOf(style, 'textOpacity', 100) / 100);
  const bits = numberOf(style, 'fontStyle', 0);
  const decoration = decorationOf({ colour: null, underline: (bits & 4) !== 0, strike: (bits & 8) !== 0, raise: 0 });
  const group = element(
    'g',
    {
      fill: colour,
      'font-family': base.family,
      'font-size': base.size,
      'font-weight': base.bold ? 'bold' : null,
      'font-style': base.italic ? 'italic' : null,
      opacity: textOpacity < 1 ? textOpacity : null,
      'text-anchor': anchor,
      'text-decoration': decoration,
    },
    ...texts,
  );
  return { ...nothing, svg: back + group, boxes: [box] };
}

/** As browsers draw `<hr>`. Source: colours of Chromium's inset borders. */
function ruleAcross({ height, isInset }: Rule, { x, y, width }: { x: number; y: number; width: number }): string {
  const line = (top: number, tall: number, fill: string): string =>
    element('rect', { x: x - 0.5, y: top - 0.5, width, height: tall, fill });
  if (!isInset) return line(y, height, '#808080');
  return line(y, 1, '#9a9a9a') + (height > 1 ? line(y + height - 1, 1, '#eeeeee') : '');
}

const anchorOf = (align: string): string => (align === 'left' ? 'start' : align === 'right' ? 'end' : 'middle');

function decorationOf(ink: RunInk | undefined): string | null {
  const drawn = [...(ink?.underline === true ? ['underline'] : []), ...(ink?.strike === true ? ['line-through'] : [])];
  return drawn.length === 0 ? null : drawn.join(' ');
}

/** The runs of a line without white space at its ends. */
function trimmedRuns({ runs }: Line): Line['runs'] {
  const shown = runs
    .filter(({ text }) => text !== '')
    .map((run) => ({ ...run, text: run.text.replace(/[ \t\n]+/g, ' ') }));
  return shown
    .map((run, i) => ({ ...run, text: i === 0 ? run.text.trimStart() : run.text }))
    .map((run, i) => ({ ...run, text: i === shown.length - 1 ? run.text.trimEnd() : run.text }))
    .filter(({ text }) => text !== '');
}
