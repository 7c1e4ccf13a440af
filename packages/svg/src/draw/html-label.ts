import type { Cell } from '@mxg/model';
import { SHARES, type LabelAnchor } from '../label/anchor.ts';
import { labelFont, withBreaks } from '../label/label.ts';
import { safeMarkup } from '../label/markup.ts';
import { hrefOf } from '../output/href.ts';
import { numberOf, type StyleOf } from '../view/shape.ts';
import { colourOf } from './colour.ts';
import { element, htmlElement, shortest } from './element.ts';

/** How a flexible box has a label that hangs at a side. */
const SIDES = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  middle: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
};

/** What a reader must know to show HTML; the others take what follows in the `switch`. Source: SVG exports of draw.io. */
const EXTENSIBILITY = 'http://www.w3.org/TR/SVG11/feature#Extensibility';

/** A label as draw.io exports it: HTML for those who can show it, else the same as text. @param text what draws it as text */
export function htmlLabel(cell: Cell, anchor: LabelAnchor, style: StyleOf, text: string): string {
  const { x, y, angle, align, verticalAlign, width, height } = anchor;
  const overflow = style('overflow') ?? 'visible';
  const wraps = style('whiteSpace') === 'wrap';
  const isFilled = overflow === 'fill';
  const isFixed = isFilled || overflow === 'width' || overflow === 'block';
  const isWide = wraps || isFixed || overflow === 'hidden';
  const wide = Math.round(width + (isFixed ? 0 : 2));
  const place = css({
    display: 'flex',
    'align-items': `unsafe ${SIDES[verticalAlign]}`,
    'justify-content': `unsafe ${SIDES[align]}`,
    width: px(isWide ? wide : 1),
    height: px(isFilled ? Math.round(height) : 1),
    'padding-top': px(Math.round(y - (isFilled ? SHARES[verticalAlign] * height : 0))),
    'margin-left': px(Math.round(x - (isWide ? SHARES[align] * (width + (isFixed ? 0 : 2)) : 0))),
  });
  const room = css({
    'box-sizing': 'border-box',
    'font-size': '0',
    'text-align': align,
    width: isFixed ? px(wide) : null,
    height: isFilled ? px(Math.round(height)) : null,
    'max-width': overflow === 'hidden' ? px(wide) : null,
    'max-height': overflow === 'hidden' || (overflow === 'width' && height > 0) ? px(Math.round(height)) : null,
    overflow: isFixed || overflow === 'hidden' ? 'hidden' : null,
  });
  const block = htmlElement('div', { style: css(look(cell, style, wraps, isFixed)) }, markupOf(cell, style));
  const html = htmlElement(
    'div',
    { xmlns: 'http://www.w3.org/1999/xhtml', style: place },
    htmlElement('div', { style: room }, block),
  );
  const turn = angle % 360 === 0 ? '' : ` rotate(${shortest(angle)} ${shortest(x)} ${shortest(y)})`;
  const opacity = Math.max(0, numberOf(style, 'textOpacity', 100) / 100);
  const foreign = element(
    'foreignObject',
    {
      transform: `translate(-0.5 -0.5)${turn}`,
      opacity: opacity < 1 ? opacity : null,
      width: '100%',
      height: '100%',
      'pointer-events': 'none',
      requiredFeatures: EXTENSIBILITY,
      style: 'overflow:visible;text-align:left',
    },
    html,
  );
  return element('switch', {}, foreign, element('g', {}, text));
}

/** The label's own look: what its markup says nothing of. */
function look(cell: Cell, style: StyleOf, wraps: boolean, isFixed: boolean): Declarations {
  const { family, size, bold, italic } = labelFont(cell);
  const bits = numberOf(style, 'fontStyle', 0);
  const lines = [...((bits & 4) === 0 ? [] : ['underline']), ...((bits & 8) === 0 ? [] : ['line-through'])].join(' ');
  const ground = style('labelBackgroundColor');
  const border = colourOf(style('labelBorderColor'), 'none');
  return {
    display: 'inline-block',
    'font-size': px(size),
    'font-family': family.replace(/[^\p{L}\p{N}\s,.'_-]/gu, ''),
    color: colourOf(style('fontColor'), '#000000'),
    'line-height': '1.2',
    'pointer-events': 'all',
    'font-weight': bold ? 'bold' : null,
    'font-style': italic ? 'italic' : null,
    'text-decoration': lines === '' ? null : lines,
    'background-color': ground === 'default' ? '#ffffff' : colourOf(ground, 'none'),
    border: border === null ? null : `1px solid ${border}`,
    width: isFixed ? '100%' : null,
    height: style('overflow') === 'fill' ? '100%' : null,
    'white-space': wraps ? 'normal' : 'nowrap',
    'overflow-wrap': wraps ? 'normal' : null,
  };
}

/** In a cell that is a link as a whole, its label has none of its own. */
function markupOf({ label, link }: Cell, style: StyleOf): string {
  return safeMarkup(style('nl2Br') === '0' ? label : withBreaks(label), hrefOf(link) === null);
}

type Declarations = Readonly<Record<string, string | null>>;

const px = (value: number): string => `${shortest(value)}px`;

const css = (declarations: Declarations): string =>
  Object.entries(declarations)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}:${value}`]))
    .join(';');
