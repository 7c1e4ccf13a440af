import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../src/limits.ts';
import { printXml } from '../src/xml/print.ts';
import { parseXml } from '../src/xml/scan.ts';
import { attributeOf, childElements } from '../src/xml/tree.ts';

const parsed = (text: string) => {
  const outcome = parseXml(text, defaultLimits);
  if (!outcome.ok) throw new Error(`${outcome.failure.code} at ${outcome.failure.at}`);
  return outcome.value;
};

describe('the XML scanner', () => {
  test('gives every attribute its value and its place', () => {
    const text = `<a  x = "1 &lt; 2" y='"'/>`;
    const root = parsed(text);
    expect(root.attributes.map(({ name, value }) => [name, value])).toEqual([
      ['x', '1 < 2'],
      ['y', '"'],
    ]);
    expect(root.attributes.map(({ valueStart, valueEnd }) => text.slice(valueStart, valueEnd))).toEqual([
      '1 &lt; 2',
      '"',
    ]);
  });

  test('gives every element its tags and its content', () => {
    const text = '<a><b>x</b ><c/></a>';
    const [b, c] = childElements(parsed(text));
    expect(b === undefined ? '' : text.slice(b.openEnd, b.closeStart)).toBe('x');
    expect(b === undefined ? '' : text.slice(b.start, b.end)).toBe('<b>x</b >');
    expect([c?.openEnd, c?.closeStart]).toEqual([c?.end, c?.end]);
  });

  test.each([
    ['a declaration', '<?xml version="1.0"?>\n<a/>'],
    ['a byte order mark', '\ufeff<a/>'],
    ['comments around the root', '<!-- x --><a/><!-- y -->'],
    [
      'a DOCTYPE',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><a/>',
    ],
    ['CDATA', '<a><![CDATA[<&]]></a>'],
    ['CR LF', '<a>\r\n<b/>\r\n</a>\r\n'],
    ['names of other scripts', '<ä ö="1"/>'],
    ['names of JavaScript', '<constructor __proto__="1" toString="2"/>'],
  ])('reads %s', (_, text) => {
    expect(() => parsed(text)).not.toThrow();
  });

  test.each([
    ['', 'xml/no-root', 0],
    ['hello', 'xml/syntax', 0],
    ['<a/>junk', 'xml/trailing', 4],
    ['<a/><b/>', 'xml/trailing', 4],
    ['<a><b></a></b>', 'xml/mismatch', 6],
    ['<a>', 'xml/truncated', 3],
    ['<a x="1"', 'xml/truncated', 0],
    ['<a x="1', 'xml/truncated', 3],
    ['<a><!-- x', 'xml/truncated', 3],
    ['<a x=1/>', 'xml/syntax', 5],
    ['<a x/>', 'xml/syntax', 4],
    ['<a x="1"y="2"/>', 'xml/syntax', 8],
    ['<a x="1" x="2"/>', 'xml/duplicate-attribute', 9],
    ['<a x="<"/>', 'xml/syntax', 6],
    ['<a x="&"/>', 'xml/reference', 6],
    ['<a>&nbsp;</a>', 'xml/reference', 3],
    ['<a>&#0;</a>', 'xml/reference', 3],
    ['<a>&#xD800;</a>', 'xml/reference', 3],
    ['<a>\u0001</a>', 'xml/character', 3],
    ['<1a/>', 'xml/syntax', 1],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'xml/entities', 0],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&b;</a>', 'xml/reference', 43],
  ])('refuses %j with %s at %i', (text, code, at) => {
    const outcome = parseXml(text, defaultLimits);
    expect(outcome.ok ? null : [outcome.failure.code, outcome.failure.at]).toEqual([code, at]);
  });

  test('counts attributes and depth against the limits', () => {
    const deep = parseXml('<a>'.repeat(10), { ...defaultLimits, depth: 5 });
    const wide = parseXml(`<a ${Array.from({ length: 50 }, (_, i) => `a${i}=""`).join(' ')}/>`, {
      ...defaultLimits,
      attributes: 40,
    });
    expect([deep, wide].map((outcome) => (outcome.ok ? null : outcome.failure.code))).toEqual([
      'limit/depth',
      'limit/attributes',
    ]);
  });
});

describe('XML printed again', () => {
  const text = '<r>\n <a x=\'1\'  y="&#xa;"  >\n<b></b><!-- c --></a><t> keep <i/> me </t></r>';

  test('compact has no white space between elements', () => {
    expect(printXml(text, parsed(text), 'compact')).toBe(
      '<r><a x=\'1\'  y="&#xa;"  ><b/><!-- c --></a><t> keep <i/> me </t></r>',
    );
  });

  test('indented has an element a line, but for text', () => {
    expect(printXml(text, parsed(text), 'indented')).toBe(
      '<r>\n  <a x=\'1\'  y="&#xa;"  >\n    <b/>\n    <!-- c -->\n  </a>\n  <t> keep <i/> me </t>\n</r>',
    );
  });

  test('says the same', () => {
    const again = parsed(printXml(text, parsed(text), 'indented'));
    expect(childElements(again).map((child) => attributeOf(child, 'y'))).toEqual(['\n', null]);
  });
});
