import type { MxFile, Reading } from '@mxg/model';
import { drawBackgroundImage } from './draw/background-image.ts';
import type { Context, Labels, VertexView } from './draw/context.ts';
import { allTogether, type Drawn } from './draw/drawn.ts';
import { drawEdge } from './draw/edge.ts';
import { stopsOf } from './draw/jumps.ts';
import { drawVertex } from './draw/vertex.ts';
import { cellGroup } from './output/cell-group.ts';
import { picture, type Framing } from './output/picture.ts';
import { stencilsIn } from './stencils/inline.ts';
import type { StencilLibrary } from './stencils/library.ts';
import { numberOf } from './view/shape.ts';
import { shownModel } from './view/shown-model.ts';
import { styleOf } from './view/styles.ts';
import { viewOf, type CellView } from './view/view.ts';

/** How a page is drawn. */
export interface RenderOptions extends Partial<Framing> {
  /** Index of the page, from 0. */
  readonly page?: number;
  /** Default `text`. */
  readonly labels?: Labels;
  /** Shapes that are kept outside the diagram, as `readStencils` gives them; without them such a shape is drawn as a box. */
  readonly stencils?: StencilLibrary;
}

/** Draws a page as draw.io exports it: view → drawn cells → picture. Pure; any page gives a picture, what could not be drawn as meant is reported. */
export function render(
  file: MxFile,
  { page = 0, labels = 'text', stencils, ...framing }: RenderOptions = {},
): Reading<string> {
  const { name = null } = file.pages[page] ?? {};
  const model = shownModel(file, page);
  const views = model === null ? [] : viewOf(model);
  const context: Context = {
    stencilNamed: stencilsIn(stencils),
    labels,
    childrenOf: childrenIn(views),
    stopsOf: stopsIn(views),
  };
  const behind = drawBackgroundImage(model?.settings.backgroundImage ?? null);
  const drawn = allTogether([behind, ...views.map((view) => drawCell(view, context))]);
  const { value, diagnostics } = picture(drawn, model?.settings ?? null, { title: name ?? '', ...framing });
  return { value, diagnostics: [...drawn.diagnostics, ...diagnostics] };
}

/** Finds where edges jump; nothing is looked for before the first is asked for. */
function stopsIn(views: readonly CellView[]): Context['stopsOf'] {
  let found: ReturnType<typeof stopsOf> | null = null;
  return (view) => (styleOf(view.cell)('jumpStyle') === null ? null : ((found ??= stopsOf(views)).get(view) ?? null));
}

/** Finds vertices by what they stand in; they are sorted when the first is asked for. */
function childrenIn(views: readonly CellView[]): Context['childrenOf'] {
  let sorted: ReadonlyMap<string | null, readonly VertexView[]> | null = null;
  return (id) => {
    sorted ??= byParent(views);
    return (id === null ? null : sorted.get(id)) ?? [];
  };
}

function byParent(views: readonly CellView[]): ReadonlyMap<string | null, readonly VertexView[]> {
  const found = new Map<string | null, VertexView[]>();
  for (const view of views) {
    if (view.kind === 'edge') continue;
    const others = found.get(view.cell.parent);
    if (others === undefined) found.set(view.cell.parent, [view]);
    else others.push(view);
  }
  return found;
}

function drawCell(view: CellView, context: Context): Drawn {
  const style = styleOf(view.cell);
  const drawn = view.kind === 'edge' ? drawEdge(view, style, context) : drawVertex(view, style, context);
  if (drawn.svg === '') return drawn;
  const { svg, definitions, boxes, diagnostics } = drawn;
  return { svg: cellGroup(view.cell, svg, numberOf(style, 'opacity', 100) / 100), definitions, boxes, diagnostics };
}
