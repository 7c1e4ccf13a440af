import { styleFlag, styleNames, styleNumber, styleValue, type Cell, type Rectangle } from '@mxg/model';
import type { Font } from '../text/measure.ts';
import { numberOf } from '../view/shape.ts';
import { styleOf } from '../view/styles.ts';
import { htmlParagraphs, plainParagraph, type Paragraph } from './runs.ts';
import { wrapped, type Line } from './wrap.ts';

/** px of the text of shapes and of edges; draw.io 24.7's stylesheet. */
const [SHAPE_TEXT, EDGE_TEXT] = [12, 11];

/** px that a wrapped label is narrower than its cell, in all. */
const INSET = 2;

/** How a cell's label is set where its markup says nothing. */
export function labelFont(cell: Cell): Font {
  const { style, kind } = cell;
  const bits = numberOf(styleOf(cell), 'fontStyle', 0);
  return {
    family: styleValue(style, 'fontFamily') ?? 'Helvetica',
    size: styleNumber(
      style,
      'fontSize',
      kind === 'edge' || styleNames(style).includes('edgeLabel') ? EDGE_TEXT : SHAPE_TEXT,
    ),
    bold: (bits & 1) !== 0,
    italic: (bits & 2) !== 0,
  };
}

/**
 * The lines of a label as a browser sets them in its cell. Placeholders are not resolved: hand in the label that is to be shown.
 * @param bounds of the cell, px; null for one without, such as an edge: then lines are as long as they are written
 */
export function labelLines(cell: Cell, label: string, bounds: Rectangle | null): readonly Line[] {
  const lines = wrapped(paragraphsOf(cell, label), bounds === null ? null : wrapWidth(cell, bounds));
  return lines.map(({ runs, ...line }) => ({ ...line, runs: runs.filter(({ font }) => font.size > 0) }));
}

/** A newline breaks the line in HTML, too, unless `nl2Br` is off. */
function paragraphsOf(cell: Cell, label: string): readonly Paragraph[] {
  const font = labelFont(cell);
  if (!styleFlag(cell.style, 'html')) return label.split('\n').map((text) => plainParagraph(text, font));
  return htmlParagraphs(styleValue(cell.style, 'nl2Br') === '0' ? label : label.replaceAll('\n', '<br>'), font);
}

/** px that a line may take; null where nothing is wrapped. */
function wrapWidth({ style }: Cell, { width, height }: Rectangle): number | null {
  if (styleValue(style, 'whiteSpace') !== 'wrap') return null;
  const own = styleNumber(style, 'labelWidth', 0);
  if (own > 0) return own;
  const isLevel = styleFlag(style, 'horizontal', true);
  const [before, behind] = isLevel ? ['spacingLeft', 'spacingRight'] : ['spacingTop', 'spacingBottom'];
  return (isLevel ? width : height) - INSET - styleNumber(style, before ?? '', 0) - styleNumber(style, behind ?? '', 0);
}
