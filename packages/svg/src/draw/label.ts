import type { Cell, Rectangle } from '@mxg/model';
import type { Align, LabelAnchor } from '../label/anchor.ts';
import { isHtml, labelFont } from '../label/label.ts';
import { layoutLabel, type LabelLayout, type PlacedLine } from '../label/layout.ts';
import type { Rule, Run, RunInk } from '../label/runs.ts';
import type { Font } from '../text/measure.ts';
import { numberOf, type StyleOf } from '../view/shape.ts';
import { colourOf } from './colour.ts';
import type { Context } from './context.ts';
import { nothing, type Definition, type Drawn } from './drawn.ts';
import { element, escaped, shortest } from './element.ts';
import { htmlLabel } from './html-label.ts';

/** Draws the label of a cell where it hangs. */
export function drawLabel(cell: Cell, anchor: LabelAnchor, style: StyleOf, { labels }: Pick<Context, 'labels'>): Drawn {
  if (cell.label === '' || style('noLabel') === '1') return nothing;
  const layout = inPicture(layoutLabel(cell, anchor, style), isHtml(style));
  const { lines, pivot, angle, bounds } = layout;
  const boxes = bounds === null ? [] : [bounds];
  if (!lines.some(({ runs, rule }) => rule !== undefined || runs.some(({ text }) => text.trim() !== '')))
    return { ...nothing, boxes };
  const clip = layout.clip === null ? null : clipOf(layout.clip);
  const shown = ground(layout, style) + texts(cell, layout, style);
  const turn = angle % 360 === 0 ? null : `rotate(${shortest(angle)} ${shortest(pivot.x)} ${shortest(pivot.y)})`;
  const opacity = Math.max(0, numberOf(style, 'textOpacity', 100) / 100);
  const attributes = {
    transform: turn,
    'clip-path': clip === null ? null : `url(#${clip.id})`,
    opacity: opacity < 1 ? opacity : null,
  };
  const isBare = Object.values(attributes).every((value) => value === null);
  const text = isBare ? shown : element('g', attributes, shown);
  return {
    ...nothing,
    svg: labels === 'html' && isHtml(style) ? htmlLabel(cell, anchor, style, text) : text,
    definitions: clip === null ? [] : [clip],
    boxes,
  };
}

/** px that draw.io moves texts up and to the left, as its pictures begin at -0.5. */
const OFFSET = 0.5;

/** The base of HTML lines stands at whole px, as does all of the label; that of others stands where it is. */
function inPicture(layout: LabelLayout, isHtml: boolean): LabelLayout {
  const lines = layout.lines.map((line) => ({
    ...line,
    x: line.x - OFFSET,
    top: line.top - OFFSET,
    base: (isHtml ? Math.round(line.base) : line.base) - OFFSET,
  }));
  return isHtml
    ? {
        ...layout,
        lines,
        pivot: { x: layout.pivot.x - OFFSET, y: layout.pivot.y - OFFSET },
        ground: moved(layout.ground),
        clip: layout.clip === null ? null : moved(layout.clip),
      }
    : { ...layout, lines };
}

const moved = (box: Rectangle): Rectangle => ({ ...box, x: box.x - OFFSET, y: box.y - OFFSET });

function clipOf({ x, y, width, height }: LabelLayout['ground']): Definition {
  const id = `clip-${[x, y, width, height].map(shortest).join('-')}`;
  return { id, svg: element('clipPath', { id }, element('rect', { x, y, width, height })) };
}

/** What the label stands on. */
function ground({ ground: box }: LabelLayout, style: StyleOf): string {
  const written = style('labelBackgroundColor');
  const fill = written === 'default' ? '#ffffff' : colourOf(written, 'none');
  const stroke = colourOf(style('labelBorderColor'), 'none');
  if ((fill === null && stroke === null) || box.width <= 0 || box.height <= 0) return '';
  const { x, y, width, height } = box;
  if (stroke === null) return element('rect', { ...box, fill });
  const inner = { x: x + 0.5, y: y + 0.5, width: Math.max(0, width - 1), height: Math.max(0, height - 1) };
  return element('rect', { ...inner, fill: fill ?? 'none', stroke });
}

function texts(cell: Cell, { lines, ground: { x, width } }: LabelLayout, style: StyleOf): string {
  const base = labelFont(cell);
  const colour = colourOf(style('fontColor'), '#000000') ?? 'none';
  const bits = numberOf(style, 'fontStyle', 0);
  const most = mostCommon(lines);
  const written = lines.map((line) =>
    line.rule === undefined
      ? textLine(line, { base, colour, most })
      : ruleAcross(line.rule, { x: line.x, y: line.top, width: x + width - line.x }),
  );
  return element(
    'g',
    {
      fill: colour,
      'font-family': base.family,
      'font-size': base.size,
      'font-weight': base.bold ? 'bold' : null,
      'font-style': base.italic ? 'italic' : null,
      'text-anchor': most === 'left' ? null : ANCHORS[most],
      'text-decoration': decorationOf({
        colour: null,
        underline: (bits & 4) !== 0,
        strike: (bits & 8) !== 0,
        raise: 0,
      }),
    },
    written.join(''),
  );
}

const ANCHORS: Readonly<Record<Align, string>> = { left: 'start', center: 'middle', right: 'end' };
const SHIFTS: Readonly<Record<Align, number>> = { left: 0, center: 0.5, right: 1 };

/** How most lines hang: said once for all. */
function mostCommon(lines: readonly PlacedLine[]): Align {
  const counts = { left: 0, center: 0, right: 0 };
  for (const { side } of lines) counts[side]++;
  return counts.center >= counts.left && counts.center >= counts.right
    ? 'center'
    : counts.right > counts.left
      ? 'right'
      : 'left';
}

function textLine(
  line: PlacedLine,
  { base, colour, most }: { readonly base: Font; readonly colour: string; readonly most: Align },
): string {
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
  if (spans.length === 0) return '';
  const { side, x, width, base: y } = line;
  return element(
    'text',
    { x: x + SHIFTS[side] * width, y, 'text-anchor': side === most ? null : ANCHORS[side] },
    spans.join(''),
  );
}

/** As browsers draw `<hr>`. Source: colours of Chromium's inset borders. */
function ruleAcross({ height, isInset }: Rule, { x, y, width }: { x: number; y: number; width: number }): string {
  const line = (top: number, tall: number, fill: string): string =>
    element('rect', { x, y: top, width, height: tall, fill });
  const top = Math.round(y + OFFSET) - OFFSET;
  if (!isInset) return line(top, height, '#808080');
  return line(top, 1, '#9a9a9a') + (height > 1 ? line(top + height - 1, 1, '#eeeeee') : '');
}

function decorationOf(ink: RunInk | undefined): string | null {
  const drawn = [...(ink?.underline === true ? ['underline'] : []), ...(ink?.strike === true ? ['line-through'] : [])];
  return drawn.length === 0 ? null : drawn.join(' ');
}

/** The runs of a line without white space at its ends. */
function trimmedRuns({ runs }: PlacedLine): PlacedLine['runs'] {
  return runs
    .filter(isSeen)
    .map((run, i, { length }) => {
      const text = run.text.replace(/[ \t\n]+/g, ' ');
      const begun = i === 0 && text.startsWith(' ') ? text.slice(1) : text;
      return { ...run, text: i === length - 1 && begun.endsWith(' ') ? begun.slice(0, -1) : begun };
    })
    .filter(isSeen);
}

const isSeen = ({ text }: Run): boolean => text !== '';
