import { find, locate, sourceFromText } from '@mxg/codec';
import { expect, test } from 'vitest';

const page = (cell: string) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;

test.each([
  ['the attribute of the wrapper', '<object id="a" label="Build"><mxCell vertex="1" parent="1"/></object>', 'Build'],
  ['the value of the cell', '<mxCell id="a" value="Test" vertex="1" parent="1"/>', 'Test'],
  ['the value inside a wrapper without a label', '<object id="a"><mxCell value="Ship" vertex="1"/></object>', 'Ship'],
  ['the opening tag where there is none', '<mxCell id="a" vertex="1"/>', '<mxCell id="a" vertex="1"/>'],
])('a label is where it is stored: %s', (_, cell, expected) => {
  const text = page(cell);
  const [diagram] = find(sourceFromText(text)).value;
  const [place] = diagram === undefined ? [] : locate(diagram, [{ page: 0, cell: 'a', attribute: 'label' }]);
  expect(text.slice(place?.span.start, place?.span.end)).toBe(expected);
});
