import { absoluteBounds, styleNumber, type Rectangle, type Vertex } from '@mxg/model';
import { isName } from '../label/label.ts';
import { nameOf, type Cells } from './cells.ts';
import type { Figure } from './figure.ts';
import { formOf } from './form.ts';
import { fontSizeOf, inkOf } from './ink.ts';
import { boundedBox, turned } from './rectangle.ts';

/** Every vertex of a page as it is drawn, in document order. One without a place stands at the origin, without a size. */
export function readFigures(cells: Cells): readonly Figure[] {
  const places = absoluteBounds(cells.all);
  return cells.all.flatMap((cell) =>
    cell.kind === 'vertex' ? [figureOf(cell, places[cell.index] ?? NOWHERE, cells)] : [],
  );
}

export const NOWHERE: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/** px; draw.io's default for vertices. */
const FONT_SIZE = 12;

function figureOf(cell: Vertex, place: Rectangle, cells: Cells): Figure {
  const bounds = turned(boundedBox(place), styleNumber(cell.style, 'rotation', 0));
  const label = cells.labelOf(cell);
  const fontSize = fontSizeOf(cell.style, FONT_SIZE);
  return {
    cell,
    id: nameOf(cell),
    form: formOf(cell.style),
    bounds,
    ink: inkOf(label.lines, cell.style, fontSize, bounds),
    label,
    labelled: isName(label.text),
    fontSize,
    hidden: cells.isHidden(cell),
  };
}
