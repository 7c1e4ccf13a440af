import type { MxFile, Reading } from '@mxg/model';
import type { Context } from './draw/context.ts';
import { nothing, together, type Drawn } from './draw/drawn.ts';
import { drawEdge } from './draw/edge.ts';
import { element } from './draw/element.ts';
import { drawVertex } from './draw/vertex.ts';
import { picture } from './output/picture.ts';
import { numberOf } from './view/shape.ts';
import { styleOf } from './view/styles.ts';
import { viewOf, type CellView } from './view/view.ts';

/** How a page is drawn. */
export interface RenderOptions {
  /** Index of the page, from 0. */
  readonly page?: number;
}

/** Draws a page as draw.io exports it: view → drawn cells → picture. Pure; any page gives a picture, what could not be drawn as meant is reported. */
export function render(file: MxFile, { page = 0 }: RenderOptions = {}): Reading<string> {
  const model = file.pages[page]?.model ?? null;
  const context: Context = { stencilNamed: () => null };
  const drawn = together(...(model === null ? [] : viewOf(model)).map((view) => drawCell(view, context)));
  return { value: picture(drawn, model?.settings ?? null), diagnostics: drawn.diagnostics };
}

function drawCell(view: CellView, context: Context): Drawn {
  const style = styleOf(view.cell);
  const drawn = view.kind === 'edge' ? drawEdge(view, style) : drawVertex(view, style, context);
  if (drawn.svg === '') return { ...nothing, diagnostics: drawn.diagnostics };
  const opacity = Math.max(0, numberOf(style, 'opacity', 100) / 100);
  const svg = element('g', { 'data-cell-id': view.cell.id, opacity: opacity < 1 ? opacity : null }, drawn.svg);
  return { ...drawn, svg };
}
