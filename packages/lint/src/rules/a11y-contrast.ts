import { styleValue, type Cell } from '@mxg/model';
import { onCell } from '../at-cell.ts';
import { contrast } from '../messages.ts';
import type { Rule } from '../rule.ts';

/** WCAG 2.2, success criterion 1.4.3, for text of usual size. */
const LEAST = 4.5;

export const a11yContrast: Rule = {
  id: 'a11y/contrast',
  wants: 'labels stand out from what they are written on',
  severity: 'info',
  preset: 'strict',
  page: (view) =>
    view.model.cells.flatMap((cell) => {
      const text = styleValue(cell.style, 'fontColor') ?? '#000000';
      const back = backOf(cell);
      const ratio = back === null || view.labelOf(cell) === '' ? null : contrastOf(text, back);
      return ratio === null || ratio >= LEAST
        ? []
        : [{ ...contrast(ratio, text, back ?? ''), ...onCell(view, cell, 'style') }];
    }),
};

/** The colour behind a label that stands in its shape; null where it is not known. */
function backOf({ style, kind }: Cell): string | null {
  const own = styleValue(style, 'labelBackgroundColor');
  if (own !== null && own !== 'none' && own !== 'default') return own;
  const isInside = styleValue(style, 'verticalLabelPosition') === null && styleValue(style, 'labelPosition') === null;
  return kind === 'vertex' && isInside && styleValue(style, 'gradientColor') === null
    ? styleValue(style, 'fillColor')
    : null;
}

function contrastOf(one: string, other: string): number | null {
  const [a, b] = [luminance(one), luminance(other)];
  return a === null || b === null ? null : (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance of a colour in hex, 0 to 1; null for any other. */
function luminance(colour: string): number | null {
  const digits = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(colour);
  if (digits === null) return null;
  const hex = digits[2] ?? (digits[1] ?? '').replace(/./g, '$&$&');
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) =>
    linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
