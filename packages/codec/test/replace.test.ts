import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { applyTextEdits } from '@mxg/model';
import { decode, find, replace, sourceFromText } from '@mxg/codec';

const cell = (id: string, extra = '') => `<mxCell id="${id}" value="${id}" vertex="1" parent="1"${extra}/>`;
const model = (...cells: string[]) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
const file = (...pages: [name: string, model: string][]) =>
  `<mxfile host="x">${pages.map(([name, xml]) => `<diagram name="${name}" id="${name}">${xml}</diagram>`).join('')}</mxfile>`;
const deflated = (xml: string) => deflateRawSync(encodeURIComponent(xml)).toString('base64');

function replaced(before: string, xml: string, page: number | null = null): string {
  const [diagram] = find(sourceFromText(before)).value;
  if (diagram === undefined) throw new Error('no diagram');
  const { value, diagnostics } = replace(diagram, xml, page);
  return diagnostics.length > 0 ? diagnostics.map(({ code }) => code).join() : applyTextEdits(before, value);
}

describe('a diagram replaced by another', () => {
  test.each([
    ['an attribute that differs', model(cell('2', ' style="a"')), model(cell('2', ' style="b"'))],
    ['an attribute that is new', model(cell('2')), model(cell('2', ' style="b"'))],
    ['an attribute that is gone', model(cell('2', ' style="b"')), model(cell('2'))],
    ['a new cell at the end', model(cell('2')), model(cell('2'), cell('3'))],
    ['a new cell in the middle', model(cell('2'), cell('3')), model(cell('2'), cell('4'), cell('3'))],
    ['a new cell at the start', model(cell('2')), model(cell('4'), cell('2'))],
    ['a cell that is gone', model(cell('2'), cell('3')), model(cell('3'))],
    ['cells in another order', model(cell('2'), cell('3'), cell('4')), model(cell('4'), cell('2'), cell('3'))],
    [
      'a cell that got a wrapper',
      model(cell('2')),
      model('<UserObject label="2" link="#a" id="2"><mxCell vertex="1" parent="1"/></UserObject>'),
    ],
    ['a new child', model('<mxCell id="2"/>'), model('<mxCell id="2"><mxGeometry x="1" as="geometry"/></mxCell>')],
    ['cells with one id', model(cell('2'), cell('2')), model(cell('2'), cell('2', ' style="b"'))],
  ])('with %s says so', (_, before, after) => {
    expect(replaced(before, after)).toBe(after);
    expect(replaced(`text ${encodeURIComponent(before)} text`, after)).toBe(`text ${encodeURIComponent(after)} text`);
  });

  test('keeps white space, comments and escapes where nothing differs', () => {
    const before =
      '<mxGraphModel>\n  <root>\n    <!-- kept -->\n    <mxCell id=\'0\'  value="&#xa;"/>\n    <mxCell id="9"/>\n  </root>\n</mxGraphModel>';
    const after =
      '<mxGraphModel><root><!-- kept --><mxCell id="0" value="&#10;"/><mxCell id="8"/></root></mxGraphModel>';
    expect(replaced(before, after)).toBe(before.replace('id="9"', 'id="8"'));
  });

  test('writes a new cell on a line of its own where the others have one', () => {
    const before = '<mxGraphModel>\n  <root>\n    <mxCell id="0"/>\n  </root>\n</mxGraphModel>';
    const after =
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="2"><mxGeometry as="geometry"/></mxCell></root></mxGraphModel>';
    expect(replaced(before, after)).toBe(
      '<mxGraphModel>\n  <root>\n    <mxCell id="0"/>\n    <mxCell id="2">\n      <mxGeometry as="geometry"/>\n    </mxCell>\n  </root>\n</mxGraphModel>',
    );
  });

  test('changes one page of several and leaves the bytes of the others', () => {
    const before = file(['a', deflated(model(cell('2')))], ['b', deflated(model(cell('3')))]);
    const after = replaced(before, file(['a', model(cell('2'))], ['b', model(cell('4'))]));
    const [diagram] = find(sourceFromText(after)).value;
    const pages = diagram === undefined ? [] : (decode(diagram).value?.pages ?? []);
    expect(after.slice(0, before.indexOf('id="b"'))).toBe(before.slice(0, before.indexOf('id="b"')));
    expect(pages.map(({ storage, model: read }) => [storage, read?.cells.at(-1)?.id])).toEqual([
      ['text', '2'],
      ['text', '4'],
    ]);
  });

  test('adds and removes pages, compressed where the others are', () => {
    const before = file(['a', deflated(model(cell('2')))], ['b', deflated(model(cell('3')))]);
    const after = replaced(before, file(['b', model(cell('3'))], ['c', model(cell('5'))]));
    expect(after).toContain(`<diagram name="b" id="b">${deflated(model(cell('3')))}</diagram>`);
    expect(after).not.toContain('name="a"');
    expect(after).toMatch(/<diagram name="c" id="c">[A-Za-z0-9+/=]+<\/diagram><\/mxfile>$/);
  });

  test('puts a lone model into the page that is named', () => {
    const before = file(['a', model(cell('2'))], ['b', model(cell('3'))]);
    expect(replaced(before, model(cell('9')))).toBe('replace/page');
    expect(replaced(before, model(cell('9')), 1)).toBe(file(['a', model(cell('2'))], ['b', model(cell('9'))]));
  });

  test('fills an empty page', () => {
    expect(replaced('<mxfile><diagram name="a"/></mxfile>', model(cell('2')))).toBe(
      `<mxfile><diagram name="a">${model(cell('2'))}</diagram></mxfile>`,
    );
  });

  test('is refused when what is new is broken, or what is old cannot be read', () => {
    expect(replaced(model(), '<mxGraphModel><root>')).toBe('xml/truncated');
    expect(replaced('%3CmxGraphModel%3E%ZZ%3C%2FmxGraphModel%3E', model())).toBe('replace/unreadable');
  });
});
