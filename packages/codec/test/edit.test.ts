import { describe, expect, test } from 'vitest';
import { applyTextEdits, type Edit } from '@mxg/model';
import { edit, find, sourceFromText } from '@mxg/codec';

const page = (cell: string) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;

function edited(text: string, ...edits: Edit[]): string {
  const [diagram] = find(sourceFromText(text)).value;
  if (diagram === undefined) throw new Error('no diagram');
  const { value, diagnostics } = edit(diagram, edits);
  return diagnostics.length > 0 ? diagnostics.map(({ code }) => code).join() : applyTextEdits(text, value);
}

const at = { page: 0, cell: '2' };

describe('an edit', () => {
  test.each<[name: string, before: string, edit: Edit, after: string]>([
    [
      'sets a label',
      '<mxCell id="2" value="a"/>',
      { type: 'label', ...at, label: '"b"\n' },
      '<mxCell id="2" value="&quot;b&quot;&#10;"/>',
    ],
    [
      'gives a label',
      '<mxCell id="2" vertex="1"/>',
      { type: 'label', ...at, label: 'b' },
      '<mxCell id="2" value="b" vertex="1"/>',
    ],
    [
      'sets the label of a wrapper',
      '<object label="a" id="2"><mxCell/></object>',
      { type: 'label', ...at, label: 'b' },
      '<object label="b" id="2"><mxCell/></object>',
    ],
    [
      'sets a link',
      '<object label="a" link="x" id="2"><mxCell/></object>',
      { type: 'link', ...at, link: 'y' },
      '<object label="a" link="y" id="2"><mxCell/></object>',
    ],
    [
      'removes a link',
      '<object label="a" link="x" id="2"><mxCell/></object>',
      { type: 'link', ...at, link: null },
      '<object label="a" id="2"><mxCell/></object>',
    ],
    [
      'gives a link',
      '<mxCell id="2" value="a" vertex="1"/>',
      { type: 'link', ...at, link: '#a' },
      '<UserObject label="a" link="#a" id="2"><mxCell vertex="1"/></UserObject>',
    ],
    ['removes a link that is not there', '<mxCell id="2"/>', { type: 'link', ...at, link: null }, '<mxCell id="2"/>'],
    [
      'gives a property',
      '<mxCell id="2"/>',
      { type: 'property', ...at, name: 'owner', value: 'Ann' },
      '<object label="" owner="Ann" id="2"><mxCell/></object>',
    ],
    [
      'sets one key of a style',
      '<mxCell id="2" style="a=1;b=2"/>',
      { type: 'style', ...at, key: 'a', value: '9' },
      '<mxCell id="2" style="a=9;b=2"/>',
    ],
    [
      'gives a style',
      '<mxCell id="2"/>',
      { type: 'style', ...at, key: 'a', value: '9' },
      '<mxCell id="2" style="a=9;"/>',
    ],
    [
      'moves',
      '<mxCell id="2"><mxGeometry x="1" y="2" as="geometry"/></mxCell>',
      { type: 'geometry', ...at, geometry: { x: 5 } },
      '<mxCell id="2"><mxGeometry x="5" y="2" as="geometry"/></mxCell>',
    ],
    [
      'gives a place',
      '<mxCell id="2" edge="1"/>',
      { type: 'geometry', ...at, geometry: { points: [{ x: 1, y: 2 }] } },
      '<mxCell id="2" edge="1"><mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="1" y="2"/></Array></mxGeometry></mxCell>',
    ],
    [
      'removes waypoints',
      '<mxCell id="2"><mxGeometry as="geometry"><Array as="points"><mxPoint x="1"/></Array></mxGeometry></mxCell>',
      { type: 'geometry', ...at, geometry: { points: [] } },
      '<mxCell id="2"><mxGeometry as="geometry"></mxGeometry></mxCell>',
    ],
    [
      'that changes nothing writes nothing',
      "<mxCell id='2' value='&#xa;'/>",
      { type: 'label', ...at, label: '\n' },
      "<mxCell id='2' value='&#xa;'/>",
    ],
  ])('%s', (_, before, change, after) => {
    expect(edited(page(before), change)).toBe(page(after));
  });

  test('of a cell adds up with others of it', () => {
    const after = edited(
      page('<mxCell id="2" value="a" style="a=1" vertex="1"><mxGeometry x="1" as="geometry"/></mxCell>'),
      { type: 'style', ...at, key: 'a', value: '2' },
      { type: 'style', ...at, key: 'b', value: '3' },
      { type: 'link', ...at, link: '#x' },
      { type: 'property', ...at, name: 'owner', value: 'Ann' },
      { type: 'label', ...at, label: 'b' },
      { type: 'geometry', ...at, geometry: { x: 5 } },
      { type: 'geometry', ...at, geometry: { y: 6 } },
    );
    expect(after).toBe(
      page(
        '<UserObject label="b" link="#x" owner="Ann" id="2"><mxCell style="a=2;b=3;" vertex="1"><mxGeometry x="5" y="6" as="geometry"/></mxCell></UserObject>',
      ),
    );
  });

  test.each<Edit>([
    { type: 'label', page: 0, cell: 'x', label: '' },
    { type: 'label', page: 3, cell: '2', label: '' },
    { type: 'label', page: 0, cell: 99, label: '' },
  ])('of what is not there says so: %j', (change) => {
    expect(edited(page('<mxCell id="2"/>'), change)).toBe('edit/no-such-cell');
  });
});
