import { describe, expect, test } from 'vitest';
import { lineReach, textWidth } from '../src/index.ts';

const font = { family: 'Helvetica', size: 12, bold: false, italic: false };

/** Expectations: `getComputedTextLength` of Chromium with Liberation Sans, 12 px. */
describe('the width of a text', () => {
  test.each([
    ['Hello World', 61.813],
    ['AVAVAV To Ty. We', 98.719],
    ['', 0],
  ])('%j is %d px', (text, width) => expect(textWidth(text, font)).toBeCloseTo(width, 1));

  test('grows with the size, and with weight', () => {
    expect(textWidth('Hello', { ...font, size: 24 })).toBeCloseTo(2 * textWidth('Hello', font), 5);
    expect(textWidth('Hello', { ...font, bold: true })).toBeGreaterThan(textWidth('Hello', font));
  });

  test('is the same for each letter of Courier', () => {
    const courier = { ...font, family: 'Courier New' };
    expect(textWidth('iii', courier)).toBeCloseTo(textWidth('WWW', courier), 5);
  });

  test('counts letters of East Asia as wide as high', () => expect(textWidth('数据', font)).toBe(24));

  test('is known for whatever is written', () => {
    for (const text of ['\0', '\ud800', '\u202e', '😀', '\u0300'])
      expect(Number.isFinite(textWidth(text, font))).toBe(true);
  });
});

test('a line reaches above and below its base as the font says', () => {
  expect(lineReach(font).ascent).toBeCloseTo(0.9053 * 12, 2);
  expect(lineReach(font).descent).toBeCloseTo(0.2119 * 12, 2);
});
