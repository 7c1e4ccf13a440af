import type { MxFile, Page } from '@mxg/model';
import type { HtmlText } from '../label/html-text.ts';
import { nameOf, readCells, type Cells } from './cells.ts';
import type { Connector } from './connector.ts';
import { readConnectors } from './connectors.ts';
import { containersOf } from './containment.ts';
import type { Figure } from './figure.ts';
import { grouped } from './grouped.ts';
import { readFigures } from './figures.ts';
import { nearby, type Nearby } from './nearby.ts';
import { area, breadth } from './rectangle.ts';

/** A page as it is drawn: shapes and lines with their places and texts, and what stands in what. */
export interface Scene {
  readonly cells: Cells;
  /** Every vertex, in document order. */
  readonly figures: readonly Figure[];
  /** Every edge, in document order. */
  readonly connectors: readonly Connector[];
  /** The labels of edges that are cells of their own, by the index of the edge's cell. */
  readonly edgeLabels: ReadonlyMap<number, readonly EdgeLabelText[]>;
  readonly near: Nearby<Figure>;
  /** Breadth of an ordinary shape of the page, px: what is near is told by it. */
  readonly unit: number;
  /** The smallest figure around a figure. */
  readonly containerOf: ReadonlyMap<Figure, Figure>;
  /** What stands directly in a figure, in document order. */
  readonly contentOf: ReadonlyMap<Figure, readonly Figure[]>;
  /** The edges that end at a figure. */
  readonly attachedTo: ReadonlyMap<Figure, readonly Connector[]>;
}

export interface EdgeLabelText {
  readonly id: string;
  readonly label: HtmlText;
}

/** Reads a page as it is drawn. Never fails: a parent or terminal that is missing is none. */
export function readScene(file: MxFile, page: Page): Scene {
  const cells = readCells(file, page);
  const figures = readFigures(cells);
  const byCell = new Map(figures.map((figure) => [figure.cell.index, figure]));
  const figureOf = (id: string | null): Figure | null => byCell.get(cells.byId(id)?.index ?? -1) ?? null;
  const near = nearby(figures, ({ bounds }) => bounds);
  const containerOf = containersOf(figures, near, (cell) => figureOf(cell.parent));
  const contentOf = grouped(
    figures,
    (figure) => containerOf.get(figure) ?? null,
    (figure) => figure,
  );
  const unit = unitOf(figures);
  const connectors = readConnectors({ cells, figureOf, near, unit, frames: framesOf(contentOf) });
  const edgeLabels = grouped(
    cells.all.flatMap((cell) => (cell.kind === 'edge-label' ? [cell] : [])),
    (cell) => cells.parentOf(cell)?.index ?? null,
    (cell): EdgeLabelText => ({ id: nameOf(cell), label: cells.labelOf(cell) }),
  );
  return {
    cells,
    figures,
    connectors,
    edgeLabels,
    near,
    unit,
    containerOf,
    contentOf,
    attachedTo: attachments(connectors),
  };
}

const framesOf = (contentOf: Scene['contentOf']): ReadonlySet<Figure> =>
  new Set(
    [...contentOf].flatMap(([figure, content]) =>
      content.some(({ form }) => form !== 'text' && form !== 'line') ? [figure] : [],
    ),
  );

/** The median breadth of what is neither text nor line; 60 px, draw.io's box, when there is nothing. */
function unitOf(figures: readonly Figure[]): number {
  const solid = figures.filter(({ form, bounds }) => form !== 'text' && form !== 'line' && area(bounds) > 0);
  const breadths = solid.map(({ bounds }) => breadth(bounds)).toSorted((a, b) => a - b);
  return breadths[breadths.length >> 1] ?? 60;
}

function attachments(connectors: readonly Connector[]): ReadonlyMap<Figure, readonly Connector[]> {
  const ends = connectors.flatMap((connector) =>
    [...new Set([connector.tail.figure, connector.head.figure])].map((figure) => ({ figure, connector })),
  );
  return grouped(
    ends,
    ({ figure }) => figure,
    ({ connector }) => connector,
  );
}
