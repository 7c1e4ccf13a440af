import { decode, find, sourceFromText } from '@mxg/codec';
import { describe, expect, test } from 'vitest';
import { cornersOf, curvesOf } from '../src/draw/path-curves.ts';
import { render } from '../src/index.ts';

/** The picture of one cell, 100 × 100 px at the page's corner. */
function svgOf(style: string): string {
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="100" as="geometry"/></mxCell></root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  return file === null ? '' : render(file).value;
}

/** The strokes of each path. */
const strokesIn = (svg: string): readonly number[] =>
  [...svg.matchAll(/ d="([^"]*)"/g)].map(([, d = '']) => d.split('M').length - 1);

describe('a shape as if drawn by hand', () => {
  test('has every side twice, and hatches as far apart as four lines are wide', () => {
    // turned by 49 degrees a square of 100 px is 141 px high: 36 hatches, each twice
    expect(strokesIn(svgOf('sketch=1;fillColor=#ff0000'))).toEqual([72, 8]);
    expect(svgOf('sketch=1;fillColor=#ff0000')).toMatch(/fill="none" stroke="#ff0000" stroke-width="0.5"/);
  });

  test.each([
    ['sketch=1;fillColor=none', [8]],
    ['sketch=1;fillStyle=solid', [1, 8]],
    ['sketch=1;strokeColor=none;hachureGap=70', [6]],
    ['sketch=1;fillColor=none;disableMultiStroke=1', [4]],
    ['sketch=1;fillColor=none;shape=ellipse', [8]],
    ['sketch=0', [1]],
  ])('`%s` has strokes %j', (style, strokes) => {
    expect(strokesIn(svgOf(style))).toEqual(strokes);
  });

  test('is drawn the same each time', () => {
    expect(svgOf('sketch=1')).toBe(svgOf('sketch=1'));
  });

  test.each([
    'jiggle=1e9',
    'hachureGap=1e-9',
    'hachureGap=NaN',
    'fillWeight=-1',
    'hachureAngle=1e308',
    'strokeWidth=1e9',
  ])('takes no harm from `%s`', (style) => {
    expect(svgOf(`sketch=1;${style}`).length).toBeLessThan(100_000);
    expect(svgOf(`sketch=1;${style}`)).not.toMatch(/NaN|Infinity/);
  });
});

test('a path is taken apart into its curves', () => {
  const [run = []] = curvesOf('M 10 0 A 10 10 0 0 1 -10 0 A 10 10 0 0 1 10 0 Z');
  expect(run).toHaveLength(4);
  for (const { x, y } of cornersOf(run)) expect(Math.hypot(x, y)).toBeCloseTo(10, 1);
  expect(curvesOf('M 0 0 H 5 V 5 Z M 9 9 L 8 8').map((each) => each.length)).toEqual([3, 1]);
});
