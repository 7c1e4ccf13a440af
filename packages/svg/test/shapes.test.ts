import { decode, find, sourceFromText } from '@mxg/codec';
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';

const cell = (id: string, parent: string, style: string, box: string, value = '') =>
  `<mxCell id="${id}" value="${value}" style="${style}" vertex="1" parent="${parent}"><mxGeometry ${box} as="geometry"/></mxCell>`;
const BOX = 'width="100" height="60"';

function svgOf(...cells: string[]): string {
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  return file === null ? '' : render(file).value;
}

const pathsOf = (svg: string): string[] => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d ?? '');
/** Where the base of the first line of text lies, px. */
const baseOf = (svg: string): number => Number(/<text x="[^"]*" y="([^"]*)"/.exec(svg)?.[1]);

/** The same of a cell of 100 px with the label `A`. */
const labelBase = (style: string): number =>
  baseOf(svgOf(cell('a', '1', `html=1;${style}`, 'width="100" height="100"', 'A')));

describe('a swimlane', () => {
  test('has a line below its header of 23 px where only its name tells', () => {
    expect(pathsOf(svgOf(cell('a', '1', 'swimlane;', BOX)))).toContain('M 0 23 L 100 23');
  });

  test('has it at its left where it is not horizontal', () => {
    expect(pathsOf(svgOf(cell('a', '1', 'swimlane;horizontal=0;startSize=30;', BOX)))).toContain('M 30 0 L 30 60');
  });

  test('has none with `swimlaneLine=0`', () => {
    expect(pathsOf(svgOf(cell('a', '1', 'swimlane;swimlaneLine=0;', BOX)))).not.toContain('M 0 23 L 100 23');
  });
});

describe('a table', () => {
  const rows = [
    cell(
      'r1',
      't',
      'shape=tableRow;horizontal=0;startSize=0;swimlaneHead=0;swimlaneBody=0;',
      'width="100" height="30"',
    ),
    cell('c1', 'r1', 'shape=partialRectangle;top=0;left=0;bottom=0;right=0;', 'width="40" height="30"'),
    cell('c2', 'r1', 'shape=partialRectangle;top=0;left=0;bottom=0;right=0;', 'x="40" width="60" height="30"'),
    cell('r2', 't', 'shape=tableRow;horizontal=0;startSize=0;', 'y="30" width="100" height="30"'),
  ];
  const table = (style: string) => pathsOf(svgOf(cell('t', '1', `shape=table;startSize=0;${style}`, BOX), ...rows));

  test('has lines between its rows and columns', () => {
    expect(table('')).toContain('M 0 30 L 100 30 M 40 0 L 40 30');
  });

  test('has only those that its style leaves', () => {
    expect(table('rowLines=0;')).toContain('M 40 0 L 40 30');
    expect(table('columnLines=0;')).toContain('M 0 30 L 100 30');
  });
});

test('a partial rectangle has the sides that are left', () => {
  const paths = pathsOf(svgOf(cell('a', '1', 'shape=partialRectangle;top=0;left=0;right=0;', BOX)));
  expect(paths).toContain('M 100 60 L 0 60');
  expect(paths).not.toContain('M 0 0 L 100 0');
});

test('a label stands below the lid of its cylinder, and moves with it when that is turned', () => {
  const middle = labelBase('');
  const lid = 'shape=cylinder3;boundedLbl=1;size=10;';
  expect(labelBase(lid) - middle).toBeCloseTo(9, 0);
  expect(labelBase(`${lid}direction=west;`) - middle).toBeCloseTo(-8, 0);
  expect(labelBase(`${lid}flipV=1;`) - middle).toBeCloseTo(-8, 0);
});

test.each(['cloud', 'document', 'process', 'mxgraph.basic.arc', 'umlLifeline', 'mxgraph.floorplan.doorLeft', 'cube'])(
  'the shape `%s` draws no number that is none, however small its cell',
  (shape) => {
    for (const box of ['width="0" height="1"', 'width="1" height="0"', 'width="3" height="2"'])
      expect(svgOf(cell('a', '1', `shape=${shape};size=-5;startAngle=x;`, box))).not.toMatch(/NaN|Infinity/);
  },
);
