import { decode, find, sourceFromText } from '@mxg/codec';
import { globalsOf, type MxFile } from '@mxg/model';
import { describe, expect, test } from 'vitest';
import { readCells } from '../src/scene/cells.ts';

function read(xml: string): MxFile {
  const [diagram] = find(sourceFromText(xml)).value;
  if (diagram === undefined) throw new Error('no diagram');
  return decode(diagram).value as MxFile;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const escapedVars = (vars: unknown) => `vars="${escaped(JSON.stringify(vars))}"`;

/** A cell in a group in a layer under the root. `shared` stands on all four, each other name on one or two of them. */
const page = (label: string, more: string) =>
  '<mxGraphModel><root><object label="" id="0" root="of root" near="root" shared="root"><mxCell/></object>' +
  '<object label="Layer" id="1" layer="of layer" near="layer" shared="layer"><mxCell parent="0"/></object>' +
  '<object label="Group" id="2" link="#group" group="of group" shared="group"><mxCell vertex="1" parent="1"/></object>' +
  `<object label="${escaped(label)}" id="c" shared="cell" empty="" ${more}><mxCell vertex="1" parent="2"/></object>` +
  '</root></mxGraphModel>';

function resolved(label: string, more = 'placeholders="1"', file = '', name = ' name="First"'): string {
  const diagram = `<diagram id="p"${name}>${page(label, more)}</diagram><diagram id="q" name="Second"/>`;
  const { cells, labels } = labelsOf(read(`<mxfile ${file}>${diagram}</mxfile>`));
  return labels[cells.findIndex(({ id }) => id === 'c')] ?? '';
}

function labelsOf(file: MxFile) {
  const [first] = file.pages;
  if (first === undefined) throw new Error('no page');
  const cells = readCells(file, first);
  return { cells: cells.all, labels: cells.all.map((cell) => cells.labelOf(cell).text) };
}

const within = (id: string, parent: string) =>
  `<object label="%a% %x%" placeholders="1" ${id}="of ${id}" id="${id}"><mxCell vertex="1" parent="${parent}"/></object>`;

// Source of all: `replacePlaceholders`, `convertValueToString` and `getGlobalVariable` of draw.io's Graph.js and GraphViewer.js
describe('placeholders', () => {
  test.each<[label: string, text: string]>([
    ['%shared%', 'cell'],
    ['%group%, %layer%, %root%', 'of group, of layer, of root'],
    ['%near%', 'layer'],
    ['[%empty%]', '[]'],
    ['%unknown% and %shared%', '%unknown% and cell'],
    ['%id%', 'c'],
    ['%label% %tooltip%', '%label% %tooltip%'],
    ['%link%', '#group'],
    ['%page% %pagenumber%/%pagecount%', 'First 1/2'],
    ['%shared%%group%', 'cellof group'],
    ['%shared% %', 'cell %'],
    ['100% of %shared%', '100% of cell'],
    ['50% a%shared%', '50% acell'],
    ['%sha red% %sha=red% %{shared}%', '%sha red% %sha=red% %{shared}%'],
    ['%Shared%', '%Shared%'],
    ['%constructor% %__proto__%', '%constructor% %__proto__%'],
    ['%', '%'],
    ['%%', '%%'],
  ])('`%s` reads %s', (label, text) => {
    expect(resolved(label)).toBe(text);
  });

  test.each<[label: string, text: string]>([
    ['%%shared%', '%shared%'],
    ['%%shared%%', '%shared%%'],
    ['a %%shared% %shared%', 'a %shared% cell'],
    // Both percent signs before a name that is never resolved stay.
    ['%%label%', '%%label%'],
    // The sign before the second is the end of the first; that of a name that was passed over counts.
    ['%shared%%unknown%%shared%', 'cell%unknown%cell'],
    ['%label%%shared%', '%label%shared%'],
  ])('a doubled percent sign is one: `%s` reads %s', (label, text) => {
    expect(resolved(label)).toBe(text);
  });

  test.each(['%date%', '%time%', '%timestamp%', '%date{yyyy-mm-dd}%', '%date{yyyy}%shared%', '%filename%'])(
    'what would differ from one day to the next stays: %s',
    (label) => {
      expect(resolved(label)).toBe(label);
      expect(resolved(label, 'placeholders="1"', escapedVars({ date: 'x', time: 'x', timestamp: 'x' }))).toBe(label);
    },
  );

  test.each<[value: string, text: string]>([
    ['$& $1 $` $$', '$& $1 $` $$'],
    ['%group%', '%group%'],
    ['50%', '50%'],
    ['<b>x</b>', '<b>x</b>'],
  ])('the value `%s` is put in as it is', (value, text) => {
    expect(resolved('[%v%]', `placeholders="1" v="${escaped(value)}"`)).toBe(`[${text}]`);
  });

  test('a value is markup in an HTML label', () => {
    const cell =
      '<object label="%v%" v="&lt;b&gt;x&lt;/b&gt;" placeholders="1" id="c"><mxCell style="html=1"/></object>';
    expect(labelsOf(read(`<mxGraphModel><root>${cell}</root></mxGraphModel>`)).labels).toEqual(['x']);
  });

  test.each(['', 'placeholders="0"', 'placeholders="true"'])('without `placeholders="1"` all stays: %s', (more) => {
    expect(resolved('%shared% %% %id%', more)).toBe('%shared% %% %id%');
  });

  test.each<[name: string, text: string]>([
    ['shared', 'cell'],
    ['layer', 'of layer'],
    ['label', 'old %shared%'],
    ['unknown', ''],
    ['page', ''],
  ])('`placeholder="%s"` stands for the whole label', (name, text) => {
    expect(resolved('old %shared%', `placeholders="1" placeholder="${name}"`)).toBe(text);
  });

  test('`placeholder` alone says nothing', () => {
    expect(resolved('old', 'placeholder="shared"')).toBe('old');
  });

  test('tags are an attribute like others', () => {
    expect(resolved('%tags%', 'placeholders="1" tags="a b"')).toBe('a b');
  });

  test('parents in a circle end the search', () => {
    const { labels } = labelsOf(
      read(`<mxGraphModel><root>${within('a', 'b')}${within('b', 'a')}</root></mxGraphModel>`),
    );
    expect(labels).toEqual(['of a %x%', 'of a %x%']);
  });
});

describe('what holds on a whole page', () => {
  test.each<[name: string, vars: string, text: string]>([
    ['texts and numbers', escapedVars({ v: 'x', w: 1 }), 'x 1'],
    ['less than a cell', escapedVars({ v: 'x', w: 1, shared: 'file' }), 'x 1'],
    ['null, which is no value', escapedVars({ v: null, w: false }), '%v% false'],
    ['nothing', '', '%v% %w%'],
    ['no JSON', 'vars="{"', '%v% %w%'],
    ['no object', 'vars="1"', '%v% %w%'],
  ])('variables of the file: %s', (_, vars, text) => {
    expect(resolved('%v% %w% %shared%', 'placeholders="1"', vars)).toBe(`${text} cell`);
  });

  test.each([
    [' name="A&amp;B"', 'A&B 1'],
    ['', 'Page-1 1'],
    [' name=""', 'Page-1 1'],
  ])('the page with%s is called %s, whatever the variables say', (name, text) => {
    const vars = escapedVars({ page: 'x', pagenumber: 7 });
    expect(resolved('%page% %pagenumber%', 'placeholders="1"', vars, name)).toBe(text);
  });

  test('pages are counted', () => {
    const file = read('<mxfile><diagram name="A"/><diagram name="B"/></mxfile>');
    const values = file.pages.map((each) => Object.fromEntries(globalsOf(file, each)));
    expect(values).toEqual([
      { page: 'A', pagenumber: '1', pagecount: '2' },
      { page: 'B', pagenumber: '2', pagecount: '2' },
    ]);
  });
});
