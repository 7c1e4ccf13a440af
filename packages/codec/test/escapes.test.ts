import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Coding } from '../src/coding/coding.ts';
import { htmlText, jsonString, percent, wrapped, xmlAttribute, xmlContent, xmlText } from '../src/coding/escapes.ts';
import { defaultLimits } from '../src/limits.ts';

const decoded = (coding: Coding, encoded: string) => {
  const outcome = coding(encoded, defaultLimits);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  return outcome.value;
};

/** One table for both ways: what is written, what it says, and (where it differs) how mxg writes it. */
const TABLE: readonly (readonly [name: string, coding: Coding, written: string, says: string, rewritten?: string])[] = [
  ['XML attribute', xmlAttribute, 'a&lt;b&gt; &amp;lt; &quot;c&quot;', 'a<b> &lt; "c"'],
  ['XML attribute, line breaks as draw.io wrote them', xmlAttribute, 'a&#xa;b', 'a\nb'],
  ['XML attribute, line breaks as draw.io writes them', xmlAttribute, 'a&#10;b', 'a\nb'],
  ['XML attribute, white space', xmlAttribute, 'a\tb\r\nc\nd', 'a b c d', 'a b c d'],
  ['XML attribute, numeric', xmlAttribute, '&#228;&#xE4;&#x1F600;', 'ää😀', 'ää😀'],
  ['XML attribute, apostrophe', xmlAttribute, "it's &apos;", "it's '", 'it&#39;s &#39;'],
  ['XML text', xmlText, 'a &lt;b&gt; &amp; "c"\r\nd', 'a <b> & "c"\nd', 'a &lt;b&gt; &amp; "c"\nd'],
  ['XML content', xmlContent, '[<!-- note -->1]', '[1]', '[1]'],
  [
    'HTML',
    htmlText,
    '{&quot;a&quot;:&quot;&lt;b&gt;&nbsp;&unknown;&quot;}',
    '{"a":"<b>\u00a0&unknown;"}',
    '{&quot;a&quot;:&quot;&lt;b&gt;\u00a0&amp;unknown;&quot;}',
  ],
  ['JSON', jsonString, 'a\\"b\\\\c\\nd\\u00e4\\/', 'a"b\\c\ndä/', 'a\\"b\\\\c\\ndä/'],
  ['URL', percent, '%3Ca%20b%3D%22%C3%A4%F0%9F%98%80%22%2F%3E', '<a b="ä😀"/>'],
  ['URL in lower case', percent, '%3ca%20b%3d%22%c3%a4%22%2f%3e', '<a b="ä"/>'],
  ['URL with + for space', percent, '%3Ca+b%3D%221%2B1%22%2F%3E', '<a b="1+1"/>'],
  ['URL with a literal +', percent, '%3Ca%20b%3D%221+1%22%2F%3E', '<a b="1+1"/>', '%3Ca%20b%3D%221%2B1%22%2F%3E'],
  ['wrapped URL', wrapped, '%3Ca\n  %20b\r\n> %3E', '%3Ca%20b%3E', '%3Ca%20b%3E'],
];

const ROWS = TABLE.map(
  ([name, coding, written, says, rewritten = written]) => [name, coding, written, says, rewritten] as const,
);

describe('escapes', () => {
  test.each(ROWS)('%s', (_, coding, written, says, rewritten) => {
    expect(decoded(coding, written).text).toBe(says);
    expect(decoded(coding, written).encode(says)).toBe(rewritten);
  });

  test.each(ROWS)('%s: places in what is said are found in what is written', (_, coding, written, says) => {
    const { locate } = decoded(coding, written);
    const places = locate?.(Array.from({ length: says.length + 1 }, (_unit, offset) => offset)) ?? [];
    expect(places.at(-1)).toBe(written.length);
    [...says].forEach((unit, i) => {
      const offset = [...says].slice(0, i).join('').length;
      const piece = written.slice(places[offset], places[offset + unit.length]);
      expect(decoded(coding, piece).text.replace('+', ' ')).toContain(unit.replace('+', ' '));
    });
  });

  test.each([
    ['xmlAttribute', xmlAttribute],
    ['xmlText', xmlText],
    ['htmlText', htmlText],
    ['jsonString', jsonString],
    ['percent', percent],
  ] as const)('of %s say what they were given', (_, coding) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decoded(coding, decoded(coding, '').encode(text)).text).toBe(text);
      }),
    );
  });

  test.each([
    ['100%', 3],
    ['%3Ca%2', 4],
    ['%3Ca%zz', 4],
    ['%3C%FF%20', 3],
    ['%3C%C3', 3],
    ['%3C%ED%A0%80', 3],
  ])('the bad escape in `%s` is at %i', (encoded, at) => {
    const outcome = percent(encoded, defaultLimits);
    expect(outcome.ok ? null : [outcome.failure.code, outcome.failure.at]).toEqual(['payload/escape', at]);
  });
});
