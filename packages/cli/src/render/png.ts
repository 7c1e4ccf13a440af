import { Trouble } from '../exit-code.ts';

/** px of a picture as a PNG; four bytes each in memory. */
const MOST = 100_000_000;

/** Rasterises a picture, with the fonts of the system. The rasteriser is optional: it is native code, under MPL-2.0. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const [, width = '1', height = '1'] = /^<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  if (Number(width) * Number(height) > MOST) {
    throw new Trouble(
      `a PNG of ${width} × ${height} px is too large`,
      'make it smaller with `--scale`, such as `--scale 0.5`, or write an SVG',
    );
  }
  const { Resvg } = await rasteriser();
  const picture = new Resvg(withFallbacks(svg), {
    // as draw.io has it: what is black on white must not vanish on a dark page
    background: '#ffffff',
    font: {
      loadSystemFonts: true,
      defaultFontFamily: 'Liberation Sans',
      sansSerifFamily: 'Liberation Sans',
      serifFamily: 'Liberation Serif',
      monospaceFamily: 'Liberation Mono',
    },
    // texts and shapes as they are meant to be read, not as fast as can be
    textRendering: 1,
    shapeRendering: 2,
  });
  return picture.render().asPng();
}

async function rasteriser(): Promise<typeof import('@resvg/resvg-js')> {
  try {
    return await import('@resvg/resvg-js');
  } catch {
    throw new Trouble(
      'a PNG needs `@resvg/resvg-js`, which is not installed here',
      'install it (`npm install @resvg/resvg-js`, licence MPL-2.0), or write an SVG: `-o FILE.svg`',
    );
  }
}

/** A browser finds fonts of the same widths for those that the system lacks; the rasteriser has to be told. */
const FALLBACKS: readonly (readonly [family: RegExp, fallbacks: string])[] = [
  [/courier|mono|consolas|menlo/i, 'Courier New, Liberation Mono, DejaVu Sans Mono, monospace'],
  [/times|georgia|garamond|(?<!sans-)serif/i, 'Times New Roman, Liberation Serif, DejaVu Serif, serif'],
  [/^/, 'Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif'],
];

const withFallbacks = (svg: string): string =>
  svg.replace(/ font-family="([^"<>]*)"/g, (_, family: string) => {
    const [, fallbacks = ''] = FALLBACKS.find(([name]) => name.test(family)) ?? [];
    return ` font-family="${family}, ${fallbacks}"`;
  });
