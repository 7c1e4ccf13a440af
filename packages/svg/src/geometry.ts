import type { MxFile, Point, Rectangle } from '@mxg/model';
import { labelLines } from './label/label.ts';
import type { RenderOptions } from './render.ts';
import { stencilsIn } from './stencils/inline.ts';
import type { StencilNamed } from './stencils/stencil.ts';
import { lineReach, textWidth, type Font } from './text/measure.ts';
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
  /** The lines of the label, top down; missing where there is none. Text between two tags stands by itself. */
  readonly lines?: readonly LineGeometry[];
  /** Name of the shape. */
  readonly shape: string;
  /** Whether a stencil draws it. */
  readonly stencil?: true;
}

/** A piece of a label in one line, as wide as it is set. */
export interface LineGeometry {
  readonly text: string;
  /** px. */
  readonly width: number;
  readonly height: number;
}

/** Which page is told of, and what it is drawn with: as for `render`. */
export type GeometryOptions = Pick<RenderOptions, 'page' | 'stencils'>;

/** Places the cells of a page as draw.io's view does. */
export function geometry(file: MxFile, { page = 0, stencils }: GeometryOptions = {}): PageGeometry {
  const { model = null, name = null } = file.pages[page] ?? {};
  const named = stencilsIn(stencils);
  const cells = (model === null ? [] : viewOf(model)).map((view) => cellGeometry(view, named));
  return { page: name, background: model?.settings.background ?? null, cells };
}

function cellGeometry(view: CellView, named: StencilNamed): CellGeometry {
  const { cell } = view;
  const { id } = cell;
  const shape = styleOf(cell)('shape') ?? 'label';
  const lines = linesOf(view);
  const label = lines.length === 0 ? {} : { lines };
  return view.kind === 'edge'
    ? { id, edge: true, bounds: around(view.points), points: view.points, ...label, shape }
    : { id, vertex: true, bounds: view.bounds, ...label, shape, ...(named(shape) === null ? {} : { stencil: true }) };
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
function linesOf(view: CellView): readonly LineGeometry[] {
  const { cell } = view;
  if (cell.label === '') return [];
  const pieces: { text: string; font: Font }[] = [];
  let font: Font | null = null;
  let goesOn = false;
  for (const { runs, isBroken } of labelLines(cell, cell.label, view.kind === 'vertex' ? view.bounds : null)) {
    if (!goesOn) font = null;
    for (const run of runs) {
      const last = pieces.at(-1);
      if (last !== undefined && font !== null && (run.font === font || run.text.trim() === '')) last.text += run.text;
      else pieces.push({ text: run.text, font: (font = run.font) });
    }
    goesOn = isBroken;
  }
  return pieces.map(lineGeometry).filter(({ text }) => text !== '');
}

function lineGeometry({ text, font }: { readonly text: string; readonly font: Font }): LineGeometry {
  const shown = text.replaceAll(/[ \t\n]+/g, ' ').trim();
  const { ascent, descent } = lineReach(font);
  return { text: shown, width: textWidth(shown, font), height: Math.round(ascent) + Math.round(descent) };
}
