import type { Diagnostic, ModelSettings, Reading, Rectangle } from '@mxg/model';
import { colourOf } from '../draw/colour.ts';
import type { Drawn } from '../draw/drawn.ts';
import { element, escaped, shortest, type AttributeValue } from '../draw/element.ts';
import { markOf, withOwnIds } from './ids.ts';
import { DARK_GROUND, themed, type Theme } from './theme.ts';

/** What a picture is apart from what is drawn on it. */
export interface Framing {
  /** 0.01 to 100: px of the picture for a px of the page. Default 1. */
  readonly scale: number;
  /** px of the picture on every side. Default 0. */
  readonly border: number;
  /** Default `light`. */
  readonly theme: Theme;
  /** Its name, for those who hear it; empty for none. Default: the page's. */
  readonly title: string;
  /** What it shows, in words; empty for none, as by default. */
  readonly description: string;
}

/** The root of a picture, cropped to what is on it, with draw.io's view box, and words for those who cannot see it. */
export function picture(drawn: Drawn, settings: ModelSettings | null, framing: Partial<Framing> = {}): Reading<string> {
  const { theme = 'light', title = '', description = '' } = framing;
  const [scale, border] = [within(framing.scale, 1, 0.01, 100), Math.round(within(framing.border, 0, 0, 10_000))];
  const bounds = around(drawn.boxes);
  const wanted = [bounds.width, bounds.height].map((px) => Math.max(1, Math.ceil(px * scale) + 2 * border));
  const [width = 1, height = 1] = wanted.map((px) => Math.min(MOST, px));
  const { svg, definitions } = withOwnIds(drawn.svg, drawn.definitions);
  const page = colourOf(settings?.background ?? null, 'none');
  const ground = page === null && theme === 'dark' ? `light-dark(#ffffff,${DARK_GROUND})` : page;
  const shown = [
    definitions.length === 0 ? '' : element('defs', {}, definitions.join('')),
    ground === null ? '' : element('rect', { x: -0.5, y: -0.5, width, height, fill: ground }),
    element('g', { transform: placing(bounds, scale, border) }, svg),
  ].join('');
  const { attributes, elements } = words(title, description, svg);
  const value = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width,
      height,
      viewBox: `-0.5 -0.5 ${width} ${height}`,
      ...attributes,
      style: theme === 'light' ? null : `color-scheme:${theme === 'dark' ? 'dark' : 'light dark'}`,
    },
    ...elements,
    themed(shown, theme),
  );
  return { value, diagnostics: wanted.some((px) => px > MOST) ? [tooLarge(wanted)] : [] };
}

interface Words {
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly elements: readonly string[];
}

/** To those who cannot see it a picture is one image; one with links is a document, or they would not get to them. */
function words(title: string, description: string, svg: string): Words {
  const hasLinks = svg.includes('<a ');
  const mark = hasLinks ? markOf([svg, title, description]) : null;
  const worded = (name: string, text: string): string =>
    text === '' ? '' : element(name, { id: mark === null ? null : mark + name }, escaped(text));
  const reference = (name: string, text: string): string | null => (text === '' || mark === null ? null : mark + name);
  return {
    attributes: {
      // Source: WAI-ARIA Graphics Module; `document` for readers that do not know it
      role: hasLinks ? 'graphics-document document' : 'img',
      'aria-labelledby': reference('title', title),
      'aria-describedby': reference('desc', description),
    },
    elements: [worded('title', title), worded('desc', description)],
  };
}

const tooLarge = ([width = 0, height = 0]: readonly number[]): Diagnostic => ({
  code: 'render/too-large',
  severity: 'warning',
  message: `the picture would be ${width} × ${height} px, and is cut to ${MOST} px a side`,
  hint: 'look for a cell that is huge or far away from the others',
  span: null,
  exact: false,
});

/** px; no hostile size makes a number that readers cannot take. */
const MOST = 1e8;

const within = (value: number | undefined, fallback: number, least: number, most: number): number =>
  value === undefined || Number.isNaN(value) ? fallback : Math.min(most, Math.max(least, value));

/** From the page's frame to the picture's: whole px of the page, as draw.io has it. */
function placing({ x, y }: Rectangle, scale: number, border: number): string {
  const move = `translate(${Math.floor(border / scale - x)} ${Math.floor(border / scale - y)})`;
  return scale === 1 ? move : `scale(${shortest(scale)}) ${move}`;
}

/** Walked over, not spread into a call: a page may have more boxes than a call takes arguments. */
function around(boxes: readonly Rectangle[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  const box = { x: left, y: top, width: right - left, height: bottom - top };
  return Object.values(box).every(Number.isFinite) ? box : { x: 0, y: 0, width: 1, height: 1 };
}
