import { decode, find, sourceFromText } from '@mxg/codec';
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';

/** The picture of a cell of a style, 100 by 60 px unless it says otherwise. */
function svgOf(style: string, [width, height]: readonly [number, number] = [100, 60]): string {
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" style="${style}" vertex="1" parent="1"><mxGeometry width="${width}" height="${height}" as="geometry"/></mxCell></root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  return file === null ? '' : render(file).value;
}

/** The first path of a picture. */
const pathOf = (svg: string): string => / d="([^"]*)"/.exec(svg)?.[1] ?? '';

describe('a block arrow', () => {
  // draw.io 24.7: 64 by 70 px, its shaft from 21 to 49, its head from 24
  test('has its head `dx` px long, and beside its shaft `dy` of half its height free', () => {
    expect(pathOf(svgOf('shape=mxgraph.arrows2.arrow;dy=0.6;dx=40;notch=0;', [64, 70]))).toBe(
      'M 0 21 L 24 21 L 24 0 L 64 35 L 24 70 L 24 49 L 0 49 Z',
    );
  });

  test('is cut at its tail by `notch` px', () => {
    expect(pathOf(svgOf('shape=mxgraph.arrows2.arrow;dy=0;dx=20;notch=15;'))).toContain('L 15 30 Z');
  });
});

describe('a BPMN event', () => {
  test.each([
    ['standard', 1, 1],
    ['catching', 2, 1],
    ['end', 1, 3],
  ])('of the outline `%s` has %i circles with lines of %i px', (outline, circles, width) => {
    const svg = svgOf(`shape=mxgraph.bpmn.event;outline=${outline};symbol=none;`, [50, 50]);
    expect(svg.match(/<path/g)).toHaveLength(circles);
    expect(svg.includes('stroke-width="3"')).toBe(width === 3);
  });

  test('has a full sign where it is thrown', () => {
    expect(svgOf('shape=mxgraph.bpmn.event;outline=throwing;symbol=message;strokeColor=#123456;')).toContain(
      'fill="#123456"',
    );
  });

  test('stands in a gateway as well', () => {
    expect(svgOf('shape=mxgraph.bpmn.gateway2;outline=end;symbol=general;', [50, 50]).match(/<path/g)).toHaveLength(2);
  });
});

/** Where the base of a label lies, px. */
const yOf = (shape: string): number =>
  Number(/<text[^>]* y="([\d.]+)"/.exec(svgOf(`shape=${shape};" value="A`, [200, 180]))?.[1]);

test('the label of a C4 person stands in its body', () => {
  // draw.io 24.7: the body begins 65 of 180 px below the head's top
  expect(Math.abs(yOf('mxgraph.c4.person2') - yOf('rect') - 65 / 2)).toBeLessThanOrEqual(1);
});

test('a pipe runs from light to dark, whatever its style says', () => {
  expect(svgOf('shape=mxgraph.eip.messageChannel;fillColor=#ffffff;')).toMatch(
    /<linearGradient.*stop-color="#e6e6e6".*stop-color="#808080"/,
  );
});

const NAMES = [
  'arrows2.bendArrow;rounded=1',
  'arrows2.calloutQuadArrow',
  'bpmn.task;taskMarker=service;isLoopStd=1;isAdHoc=1',
  'mockup.containers.browserWindow',
  'mockup.graphics.pieChart;parts=1,x,-3',
  'mockup.graphics.iconGrid;gridSize=1e9,-2',
  'mockup.buttons.horButtonBar;mainText=+a,b',
  'infographic.banner;dx=1e99;dy=-4',
  'archimate3.tech;techType=sysSw',
  'bootstrap.rating;grade=NaN;ratingScale=1e99',
  'lean_mapping.timeline2;dx1=1e400;dy1=x',
];
test.each(NAMES)('the shape `mxgraph.%s` is drawn at any size', (name) => {
  for (const size of [
    [1, 1],
    [100, 60],
    [1e6, 3],
  ] as const)
    expect(svgOf(`shape=mxgraph.${name};`, size)).not.toMatch(/NaN|Infinity|undefined/);
});

test.each(['fillColor2', 'strokeColor2', 'partColors', 'textColor', 'mainText'])(
  'what stands in `%s` stays a value',
  (key) => {
    const svg = [
      'mockup.forms.searchBox',
      'mockup.graphics.pieChart',
      'mockup.buttons.horButtonBar',
      'mockup.misc.progressBar',
    ]
      .map((name) => svgOf(`shape=mxgraph.${name};${key}=url(https://evil.example)&quot;&gt;&lt;script&gt;`))
      .join('');
    expect(svg).not.toMatch(/<script|="url\(https/);
  },
);
