import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyTextEdits, positions, trimmedEdit } from '@mxg/model';

describe('edits of a text', () => {
  test('mean the original text, in any order', () => {
    const edits = [
      { span: { start: 6, end: 11 }, text: 'there' },
      { span: { start: 0, end: 0 }, text: '> ' },
      { span: { start: 0, end: 0 }, text: '! ' },
    ];
    expect(applyTextEdits('hello world', edits)).toBe('> ! hello there');
  });

  test('that overlap or leave the text are refused', () => {
    const overlapping = [
      { span: { start: 0, end: 3 }, text: '' },
      { span: { start: 2, end: 4 }, text: '' },
    ];
    expect(() => applyTextEdits('hello', overlapping)).toThrow(RangeError);
    expect(() => applyTextEdits('hello', [{ span: { start: 3, end: 9 }, text: '' }])).toThrow(RangeError);
  });

  test('are as small as two texts allow', () => {
    expect(trimmedEdit('fillColor=red', 'fillColor=rust', 10)).toEqual({ span: { start: 21, end: 23 }, text: 'ust' });
    expect(trimmedEdit('same', 'same', 0)).toBeNull();
  });

  test('never part a surrogate pair', () => {
    expect(trimmedEdit('a😀b', 'a😁b', 0)).toEqual({ span: { start: 1, end: 3 }, text: '😁' });
  });

  test('trimmed, turn one text into the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const edit = trimmedEdit(before, after, 0);
        expect(applyTextEdits(before, edit === null ? [] : [edit])).toBe(after);
      }),
    );
  });
});

describe('a position', () => {
  test.each([
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 3, 2, 1],
    ['a\rb', 2, 2, 1],
    ['abc', 0, 1, 1],
    ['abc\n', 4, 2, 1],
    ['😀x', 2, 1, 3],
  ])('in %j at %i is %i:%i', (text, offset, line, column) => {
    expect(positions(text)(offset)).toEqual({ line, column });
  });
});
