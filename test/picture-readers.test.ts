import { decode, find, sourceFromBytes } from '@mxg/codec';
import { render } from '@mxg/svg';
import { PNG } from 'pngjs';
import { ssim } from 'ssim.js';
import { describe, expect, test } from 'vitest';
import { golden, hasShared, sharedBytes, stencils } from './support/shared.ts';

/** Pixels of a picture that is compared: larger ones take their time and tell nothing new. */
const MOST = 2e6;
/** Least similarity of the median picture to draw.io's own; measured 0.989 with Liberation's fonts. */
const LEAST = 0.95;

const drawn = () =>
  ['templates', 'corpus'].flatMap((group) =>
    golden(group).flatMap(({ name, bytes, page }) => {
      const [diagram] = find(sourceFromBytes(bytes).value).value;
      const file = diagram === undefined ? null : decode(diagram).value;
      const index = Math.max(0, file?.pages.findIndex((each) => each.name === page) ?? 0);
      return file === null
        ? []
        : [{ path: `golden/${group}/${name}`, svg: render(file, { page: index, stencils: stencils() }).value }];
    }),
  );

const resvg = await import('@resvg/resvg-js').catch(() => null);
if (resvg === null) console.warn('no @resvg/resvg-js here: its pictures are not compared');

describe.skipIf(!hasShared)('pictures in other hands than a browser’s (skipped without MXG_SHARED)', () => {
  test.skipIf(resvg === null)('look the same when resvg draws them', { timeout: 120_000 }, () => {
    const scores = drawn()
      .filter((_, i) => i % 8 === 0)
      .flatMap(({ path, svg }) => {
        const theirs = PNG.sync.read(Buffer.from(sharedBytes(path.replace('.xml', '.png'))));
        if (resvg === null || theirs.width * theirs.height > MOST) return [];
        const picture = new resvg.Resvg(svg, { background: '#ffffff', font: { defaultFontFamily: 'Liberation Sans' } });
        const ours = PNG.sync.read(picture.render().asPng());
        if (ours.width !== theirs.width || ours.height !== theirs.height) return [];
        return ssim(dataOf(ours), dataOf(theirs)).mssim;
      })
      .toSorted((a, b) => a - b);
    expect(scores.length).toBeGreaterThan(10);
    expect(scores[Math.floor(scores.length / 2)]).toBeGreaterThanOrEqual(LEAST);
  });

  test('share no id, so that several can stand in one page', () => {
    const owners = new Map<string, string>();
    for (const svg of new Set(drawn().map((each) => each.svg))) {
      for (const [, id = ''] of svg.matchAll(/<[a-z][^<>]* id="([^"]*)"/gi)) {
        expect(owners.get(id) ?? svg, `the id ${id}`).toBe(svg);
        owners.set(id, svg);
      }
    }
    expect(owners.size).toBeGreaterThan(100);
  });
});

const dataOf = ({ data, width, height }: PNG): ImageData =>
  ({ data: new Uint8ClampedArray(data), width, height }) as ImageData;
