import { type Cell, type PlaceholderScope, resolvedLabel, styleFlag, styleValue } from '@mxg/model';
import { htmlText, plainText, type HtmlText } from './html-text.ts';

/** The label of a cell as people read it: HTML where its style says so, else text; placeholders resolved first, as in draw.io. None where the style hides it. */
export function readLabel(cell: Cell, scope: PlaceholderScope): HtmlText {
  if (styleFlag(cell.style, 'noLabel')) return noLabel;
  const label = resolvedLabel(cell, scope);
  if (!styleFlag(cell.style, 'html')) return plainText(label);
  return htmlText(styleValue(cell.style, 'nl2Br') === '0' ? label.replaceAll('\n', ' ') : label);
}

export const noLabel: HtmlText = { text: '', lines: [], anchors: [] };

/** Whether a label says something: a letter or a digit of any script. Ticks, dashes and bullets alone do not. */
export const isName = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
