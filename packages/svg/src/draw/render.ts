import type { Cell, MxFile, Rectangle } from '@mxg/model';
import { pointOnEdge } from '../view/edge-labels.ts';
import { directionOf, frameFacing, grown, middleOf, numberOf, TURNS, type StyleOf } from '../view/shape.ts';
import { styleOf } from '../view/styles.ts';
import { viewOf, type CellView } from '../view/view.ts';
import { colourOf } from './colour.ts';
import { drawEdge } from './edge.ts';
import { element, shortest } from './element.ts';
import { drawEdgeLabel, drawShapeLabel, type DrawnLabel } from './label.ts';
import { paintOf } from './paint.ts';
import { box, text } from './shapes/general.ts';
import { shapes } from './shapes/registry.ts';

/** What was drawn of a cell, and the box that it takes. */
interface Drawn {
  readonly svg: string;
  readonly boxes: readonly Rectangle[];
}

/** Draws a page as draw.io exports it: cropped to what is on it. Pure; any page gives a picture. @param page its index, from 0 */
export function render(file: MxFile, page = 0): string {
  const model = file.pages[page]?.model ?? null;
  const drawn = (model === null ? [] : viewOf(model)).map(drawCell);
  const bounds = around(drawn.flatMap(({ boxes }) => boxes));
  const [width, height] = [Math.max(1, Math.ceil(bounds.width)), Math.max(1, Math.ceil(bounds.height))];
  const ground = colourOf(model?.settings.background ?? null, 'none');
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `-0.5 -0.5 ${width} ${height}` },
    ground === null ? '' : element('rect', { x: -0.5, y: -0.5, width, height, fill: ground }),
    element(
      'g',
      { transform: `translate(${Math.floor(-bounds.x)} ${Math.floor(-bounds.y)})` },
      ...drawn.map(({ svg }) => svg),
    ),
  );
}

/** Walked over, not spread into a call: a page may have more boxes than a call takes arguments. */
function around(boxes: readonly Rectangle[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return boxes.length === 0
    ? { x: 0, y: 0, width: 1, height: 1 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

function drawCell(view: CellView): Drawn {
  const style = styleOf(view.cell);
  const opacity = numberOf(style, 'opacity', 100) / 100;
  const { svg, boxes } = view.kind === 'edge' ? edge(view, style) : vertex(view, style);
  return {
    svg:
      svg === ''
        ? ''
        : element('g', { 'data-cell-id': view.cell.id, opacity: opacity < 1 ? Math.max(0, opacity) : null }, svg),
    boxes,
  };
}

function edge({ cell, points }: Extract<CellView, { kind: 'edge' }>, style: StyleOf): Drawn {
  const at = pointOnEdge(points, cell.geometry ?? { x: 0, y: 0, offset: null });
  const label = cell.label === '' ? null : drawEdgeLabel(cell, cell.label, at, style);
  const reach = Math.max(reachOf(style, 'start'), reachOf(style, 'end'), numberOf(style, 'strokeWidth', 1) / 2);
  const lines = points.map(({ x, y }) => ({ x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach }));
  return { svg: drawEdge(points, style) + (label?.text ?? ''), boxes: [...lines, ...boxesOf(label)] };
}

/** px around an end that its mark may take. */
const reachOf = (style: StyleOf, end: 'start' | 'end'): number =>
  (style(`${end}Arrow`) ?? 'none') === 'none' ? 0 : numberOf(style, `${end}Size`, 6) + 1;

const boxesOf = (label: DrawnLabel | null): readonly Rectangle[] => (label === null ? [] : [label.box]);

function vertex({ cell, bounds }: Extract<CellView, { kind: 'vertex' }>, style: StyleOf): Drawn {
  const paint = paintOf(style);
  const outer = grown(bounds, paint.stroke === null ? 0 : paint.strokeWidth / 2);
  if (cell.kind === 'edge-label' || (bounds.width === 0 && bounds.height === 0)) {
    const label = cell.label === '' ? null : drawEdgeLabel(cell, cell.label, middleOf(bounds), style);
    return { svg: label?.text ?? '', boxes: boxesOf(label) };
  }
  const shape = isText(cell)
    ? text
    : cell.style.text.startsWith('group')
      ? null
      : (shapes[style('shape') ?? ''] ?? box);
  const drawn =
    shape === null ? '' : oriented(shape(frameFacing(bounds, directionOf(style)), style, paint), bounds, style);
  const area = style('shape') === 'swimlane' ? headerOf(bounds, style) : bounds;
  const label = cell.label === '' ? null : drawShapeLabel(cell, cell.label, area, style);
  return {
    svg: turnedBy(drawn + (label?.text ?? ''), bounds, numberOf(style, 'rotation', 0)),
    boxes: [outer, ...(CLIPPED.has(style('overflow') ?? '') ? [] : boxesOf(label))],
  };
}

/** Where the label takes no more room than its cell. */
const CLIPPED: ReadonlySet<string> = new Set(['fill', 'width', 'hidden']);

const isText = ({ style }: Cell): boolean => /^text(?:;|$)/.test(style.text);

function headerOf(bounds: Rectangle, style: StyleOf): Rectangle {
  const start = numberOf(style, 'startSize', 40);
  return style('horizontal') === '0'
    ? { ...bounds, width: Math.min(bounds.width, start) }
    : { ...bounds, height: Math.min(bounds.height, start) };
}

function oriented(svg: string, bounds: Rectangle, style: StyleOf): string {
  const middle = middleOf(bounds);
  const [flipX, flipY] = [style('flipH') === '1' ? -1 : 1, style('flipV') === '1' ? -1 : 1];
  const quarter = turnedBy(svg, bounds, TURNS[directionOf(style)]);
  if (flipX === 1 && flipY === 1) return quarter;
  const moved = `translate(${shortest(middle.x * (1 - flipX))} ${shortest(middle.y * (1 - flipY))}) scale(${flipX} ${flipY})`;
  return quarter === '' ? '' : element('g', { transform: moved }, quarter);
}

function turnedBy(svg: string, bounds: Rectangle, angle: number): string {
  if (svg === '' || angle % 360 === 0) return svg;
  const { x, y } = middleOf(bounds);
  return element('g', { transform: `rotate(${shortest(angle)} ${shortest(x)} ${shortest(y)})` }, svg);
}
