import type { MxFile, Point, Rectangle } from '@mxg/model';
import { edgeLabelAnchor } from './draw/edge.ts';
import { labelAnchor } from './draw/vertex.ts';
import { layoutLabel, turnedBox, type LabelLayout } from './label/layout.ts';
import type { RenderOptions } from './render.ts';
import { stencilsIn } from './stencils/inline.ts';
import type { StencilNamed } from './stencils/stencil.ts';
import { lineReach, textWidth, type Font } from './text/measure.ts';
import type { StyleOf } from './view/shape.ts';
import { shownModel } from './view/shown-model.ts';
import { styleOf } from './view/styles.ts';
import { viewOf, type CellView } from './view/view.ts';

/** Where everything of a page is, before it is drawn. */
export interface PageGeometry {
  /** Name of the page. */
  readonly page: string | null;
  /** A colour as it is written; null for none. */
  readonly background: string | null;
  /** In drawing order. */
  readonly cells: readonly CellGeometry[];
}

/** Where a cell is: px, y down, in the page's frame. */
export interface CellGeometry {
  readonly id: string | null;
  readonly vertex?: true;
  readonly edge?: true;
  /** Of the shape before it is turned; of an edge the box around its points. */
  readonly bounds: Rectangle;
  /** Of an edge, its ends included. */
  readonly points?: readonly Point[];
  /** The room that the label takes; missing where there is none. */
  readonly labelBounds?: Rectangle;
  /** The lines of the label, top down; missing where there is none. Text between two tags stands by itself. */
  readonly lines?: readonly LineGeometry[];
  /** Name of the shape. */
  readonly shape: string;
  /** Whether a stencil draws it. */
  readonly stencil?: true;
}

/** A piece of a label in one line, as wide as it is set. */
export interface LineGeometry extends Rectangle {
  readonly text: string;
}

/** Which page is told of, and what it is drawn with: as for `render`. */
export type GeometryOptions = Pick<RenderOptions, 'page' | 'stencils'>;

/** Places the cells of a page as draw.io's view does. */
export function geometry(file: MxFile, { page = 0, stencils }: GeometryOptions = {}): PageGeometry {
  const { name = null } = file.pages[page] ?? {};
  const model = shownModel(file, page);
  const named = stencilsIn(stencils);
  const cells = (model === null ? [] : viewOf(model)).map((view) => cellGeometry(view, named));
  return { page: name, background: model?.settings.background ?? null, cells };
}

function cellGeometry(view: CellView, named: StencilNamed): CellGeometry {
  const { cell } = view;
  const { id } = cell;
  const style = styleOf(cell);
  const shape = style('shape') ?? 'label';
  const label = cell.label === '' ? {} : labelGeometry(view, style);
  return view.kind === 'edge'
    ? { id, edge: true, bounds: around(view.points), points: view.points, ...label, shape }
    : { id, vertex: true, bounds: view.bounds, ...label, shape, ...(named(shape) === null ? {} : { stencil: true }) };
}

function labelGeometry(view: CellView, style: StyleOf): Pick<CellGeometry, 'labelBounds' | 'lines'> {
  const anchor = view.kind === 'edge' ? edgeLabelAnchor(view, style) : labelAnchor(view, style);
  const layout = layoutLabel(view.cell, anchor, style);
  const lines = linesOf(layout);
  return {
    ...(layout.bounds === null ? {} : { labelBounds: layout.bounds }),
    ...(lines.length === 0 ? {} : { lines }),
  };
}

function around(points: readonly Point[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return points.length === 0
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

/** As a browser measures lines: text between two tags by itself, and a word that is broken by the line that it begins on. */
function linesOf({ lines, angle, pivot }: LabelLayout): readonly LineGeometry[] {
  const pieces: { text: string; font: Font; x: number; base: number }[] = [];
  let font: Font | null = null;
  let goesOn = false;
  for (const { runs, isBroken, x, base } of lines) {
    if (!goesOn) font = null;
    let at = x;
    for (const run of runs) {
      const last = pieces.at(-1);
      const isMore = last !== undefined && font !== null && (run.font === font || run.text.trim() === '');
      if (isMore) last.text += run.text;
      else pieces.push({ text: run.text, font: (font = run.font), x: at, base: base - (run.ink?.raise ?? 0) });
      at += textWidth(run.text, run.font);
    }
    goesOn = isBroken;
  }
  return pieces
    .map(lineGeometry)
    .filter(({ text }) => text !== '')
    .map((line) => ({ ...line, ...turnedBox(line, angle, pivot) }));
}

function lineGeometry({ text, font, x, base }: { text: string; font: Font; x: number; base: number }): LineGeometry {
  const shown = text.replaceAll(/[ \t\n]+/g, ' ').trim();
  const { ascent, descent } = lineReach(font);
  const above = Math.round(ascent);
  const before = /^[ \t\n]/.test(text) ? textWidth(' ', font) : 0;
  return {
    text: shown,
    x: x + before,
    y: base - above,
    width: textWidth(shown, font),
    height: above + Math.round(descent),
  };
}
