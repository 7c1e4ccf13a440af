import { decode, find, sourceFromText } from '@mxg/codec';
import { expect, test } from 'vitest';
import { render } from '../src/index.ts';

/** The picture of one cell, 100 × 50 px. */
function svgOf(style: string): string {
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="A" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="50" as="geometry"/></mxCell></root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  return file === null ? '' : render(file).value;
}

/** The attributes of the shadow. */
const shadowIn = (svg: string): string | undefined => /<feDropShadow ([^>]*)\/>/.exec(svg)?.[1];

test.each([
  ['shadow=0', undefined],
  ['shadow=1', 'dx="2" dy="3" stdDeviation="2" flood-color="#000000" flood-opacity="0.25"'],
  [
    'shadow=1;shadowColor=#ff0000;shadowOffsetX=5;shadowOffsetY=-1;shadowBlur=4;shadowOpacity=80',
    'dx="5" dy="-1" stdDeviation="4" flood-color="#ff0000" flood-opacity="0.8"',
  ],
  [
    'shadow=1;shadowColor=url(x);shadowBlur=-3;shadowOpacity=1e9',
    'dx="2" dy="3" stdDeviation="0" flood-color="#000000" flood-opacity="1"',
  ],
])('the shadow of `%s` is that of draw.io', (style, attributes) => {
  expect(shadowIn(svgOf(`${style};`))).toBe(attributes);
});

test('a shadow falls below its shape, however that is turned, and labels have none', () => {
  expect(svgOf('shadow=1;rotation=90;')).toMatch(
    /<g filter="url\(#[^"]*\)"><g transform="rotate\(90 50 25\)">.*<\/g><\/g>.*<text/,
  );
});
