import type { Cell } from '@mxg/model';
import type { Font } from '../text/measure.ts';
import { numberOf, type StyleOf } from '../view/shape.ts';
import { styleOf } from '../view/styles.ts';
import { htmlParagraphs, plainParagraph, type Paragraph, type Run } from './runs.ts';
import { wrapped, type Line } from './wrap.ts';

/** Whether a label is set as HTML: what is wrapped is, too. */
export const isHtml = (style: StyleOf): boolean => style('html') === '1' || style('whiteSpace') === 'wrap';

/** How a cell's label is set where its markup says nothing. */
export function labelFont(cell: Cell): Font {
  const style = styleOf(cell);
  const before = known.get(style);
  if (before !== undefined) return before;
  const made = fontOf(style);
  known.set(style, made);
  return made;
}

/** Many cells have one style. */
const known = new WeakMap<StyleOf, Font>();

function fontOf(style: StyleOf): Font {
  const bits = numberOf(style, 'fontStyle', 0);
  return {
    family: style('fontFamily') ?? 'Helvetica',
    size: numberOf(style, 'fontSize', 12),
    bold: (bits & 1) !== 0,
    italic: (bits & 2) !== 0,
  };
}

/**
 * The lines of a label as a browser sets them. Placeholders are not resolved: hand in the label that is to be shown.
 * @param width px that a line may take; null for lines that are as long as they are written
 */
export function labelLines(cell: Cell, label: string, width: number | null): readonly Line[] {
  const lines = wrapped(paragraphsOf(cell, label), width);
  return lines.map((line) => (line.runs.every(isShown) ? line : { ...line, runs: line.runs.filter(isShown) }));
}

const isShown = ({ font }: Run): boolean => font.size > 0;

/** Newlines at the end are lines of their own, which a break would not be. */
export function withBreaks(label: string): string {
  let end = label.length;
  while (label[end - 1] === '\n') end--;
  return label.slice(0, end).replaceAll('\n', '<br>') + '<div><br></div>'.repeat(label.length - end);
}

/** A newline breaks the line in HTML, too, unless `nl2Br` is off. */
function paragraphsOf(cell: Cell, label: string): readonly Paragraph[] {
  const font = labelFont(cell);
  const style = styleOf(cell);
  if (!isHtml(style)) return label.split('\n').map((text) => plainParagraph(text, font));
  return htmlParagraphs(style('nl2Br') === '0' ? label : withBreaks(label), font);
}
