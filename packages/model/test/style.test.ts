import { describe, expect, test } from 'vitest';
import { parseStyle, styleFlag, styleNames, styleNumber, styleValue, withStyle } from '@mxg/model';

describe('a style', () => {
  test.each([
    ['', []],
    [
      'ellipse;html=1',
      [
        ['ellipse', null],
        ['html', '1'],
      ],
    ],
    ['html=1;', [['html', '1']]],
    [';;html=1;;', [['html', '1']]],
    [
      ' html = 1 ;\n fillColor=#fff ',
      [
        ['html', ' 1'],
        ['fillColor', '#fff'],
      ],
    ],
    [
      'image=data:image/png,iVBOR=;x=1',
      [
        ['image', 'data:image/png,iVBOR='],
        ['x', '1'],
      ],
    ],
    ['dash=', [['dash', '']]],
    [
      '__proto__=1;constructor=2',
      [
        ['__proto__', '1'],
        ['constructor', '2'],
      ],
    ],
  ])('reads `%s` in order', (text, entries) => {
    expect(parseStyle(text).entries.map(({ key, value }) => [key, value])).toEqual(entries);
    expect(parseStyle(text).text).toBe(text);
  });

  test('takes the last of a repeated key', () => {
    expect(styleValue(parseStyle('fillColor=red;fillColor=blue'), 'fillColor')).toBe('blue');
  });

  test('tells bare words from keys', () => {
    const style = parseStyle('text;html=1;swimlane');
    expect(styleNames(style)).toEqual(['text', 'swimlane']);
    expect(styleValue(style, 'text')).toBeNull();
  });

  test('gives numbers and flags, and the fallback for what is none', () => {
    const style = parseStyle('fontSize=14;strokeWidth=thick;rounded=1;shadow=0');
    expect(styleNumber(style, 'fontSize', 12)).toBe(14);
    expect(styleNumber(style, 'strokeWidth', 1)).toBe(1);
    expect(styleNumber(style, 'opacity', 100)).toBe(100);
    expect([styleFlag(style, 'rounded'), styleFlag(style, 'shadow', true), styleFlag(style, 'glass', true)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  test.each([
    ['a=1;b=2;', 'a', '9', 'a=9;b=2;'],
    ['a=1;b=2;a=3', 'a', '9', 'a=1;b=2;a=9'],
    ['ellipse', 'a', '9', 'ellipse;a=9;'],
    ['ellipse;', 'a', '9', 'ellipse;a=9;'],
    ['', 'a', '9', 'a=9;'],
    ['a=1;b=2;a=3;', 'a', null, 'b=2;'],
    [' a =1;\n b=2', 'b', '9', ' a =1;\n b=9'],
    ['ellipse;a=1', 'ellipse', null, 'ellipse;a=1'],
  ])('`%s` with %s set to %s is `%s`', (text, key, value, expected) => {
    expect(withStyle(parseStyle(text), key, value).text).toBe(expected);
  });
});
