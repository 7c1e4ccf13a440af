import { decode, find, sourceFromText } from '@mxg/codec';
import type { MxFile } from '@mxg/model';
import { describe, expect, test } from 'vitest';
import { geometry, render } from '../src/index.ts';

/** A page with one cell of 200 × 150 px at (300, 520). Expected places: draw.io 24.7's view and pictures. */
function page(style: string, label: string, geometryXml = 'x="300" y="520" width="200" height="150"'): MxFile {
  const value = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;');
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="${style}" vertex="1" parent="1"><mxGeometry ${geometryXml} as="geometry"/></mxCell></root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  if (diagram === undefined) throw new Error('no diagram');
  return decode(diagram).value as MxFile;
}

const cellOf = (file: MxFile) => geometry(file).cells.find(({ id }) => id === 'a');

describe('a label', () => {
  test.each([
    ['html=1;fontSize=11', 'Four<br>lines<br>of<br>text', { x: 388.5, y: 568.5, width: 23, height: 53 }],
    ['html=1;align=left;verticalAlign=top', 'Name', { x: 302, y: 527, width: 32, height: 14 }],
    ['html=1;align=right;verticalAlign=bottom', 'Name', { x: 466, y: 653, width: 32, height: 14 }],
    ['html=1;verticalLabelPosition=bottom;verticalAlign=top', 'Name', { x: 384, y: 677, width: 32, height: 14 }],
    ['html=1;labelPosition=right;align=left', 'Name', { x: 502, y: 588, width: 32, height: 14 }],
    ['html=1;horizontal=0', 'Name', { x: 393, y: 579, width: 14, height: 32 }],
    [
      'html=1;whiteSpace=wrap',
      'a label that is longer than its cell is wide',
      { x: 301, y: 580.5, width: 198, height: 29 },
    ],
    ['html=1;overflow=fill;align=left', 'Name', { x: 300, y: 520, width: 200, height: 150 }],
    ['', 'Name', { x: 384, y: 589, width: 32, height: 14 }],
  ])('with `%s` takes the room that it takes in draw.io', (style, label, box) => {
    const found = cellOf(page(style, label))?.labelBounds;
    for (const key of ['x', 'y', 'width', 'height'] as const) expect(found?.[key]).toBeCloseTo(box[key], 1);
  });

  test('is turned around the middle of its cell', () => {
    const found = cellOf(page('html=1;rotation=90;align=left;verticalAlign=top', 'Name'))?.labelBounds;
    expect(found).toMatchObject({ width: 14, height: 32 });
    expect(found?.x).toBeCloseTo(400 + 75 - 7 - 14);
    expect(found?.y).toBeCloseTo(595 - 100 + 2);
  });

  test('stands with its base at whole px, half a px up and left in the picture', () => {
    expect(render(page('html=1;strokeColor=none', 'Name')).value).toMatch(/<text x="(?:400|399\.99)" y="598\.5"/);
  });

  test('that is hidden beyond its cell is cut off there', () => {
    const style = 'html=1;whiteSpace=wrap;overflow=hidden';
    const drawn = render(page(style, 'long<br>'.repeat(20))).value;
    expect(drawn).toContain('<clipPath');
    expect(render(page(style, 'short')).value).not.toContain('<clipPath');
  });

  test.each([
    ['noLabel=1;html=1', 'unseen'],
    ['fontSize=0;html=1', 'unseen'],
  ])('with `%s` is not drawn', (style, label) => {
    expect(render(page(style, label)).value).not.toContain('unseen');
  });

  test('keeps hard spaces, and a newline at its end as a line', () => {
    expect(render(page('html=1', '&nbsp;100&nbsp;')).value).toContain('\u00a0100\u00a0');
    expect(cellOf(page('html=1', 'two\n'))?.labelBounds?.height).toBe(29);
  });
});
