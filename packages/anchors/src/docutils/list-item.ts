import { place, type Body } from './block.ts';
import { readInline } from './inline.ts';
import { indentedBehind, itemAt } from './lines.ts';

const BULLET = /^[-+*•‣⁃](?: +|$)/;
const ENUMERATOR = /^(\(?)([0-9]+|[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+|#)([.)])(?: +|$)/;
const FIELD = /^:(?![: ])(?:[^:\\]|\\.|:(?![ `]|$))*(?<! ):(?: +|$)/;
const ARGUMENT = String.raw`(?:[a-zA-Z][a-zA-Z0-9_-]*|<[^<>]+>)`;
const OPTION = String.raw`(?:[-+][a-zA-Z0-9](?: ?${ARGUMENT})?|(?:--|/)[a-zA-Z0-9][a-zA-Z0-9_-]*(?:[ =]${ARGUMENT})?)`;
const OPTIONS = new RegExp(`^${OPTION}(?:, ${OPTION})*(?:  +| ?$)`);

/** An item of a bullet list, an enumerated list, a field list, an option list; the index behind it, or -1 for none. */
export function listItem(body: Body, at: number): number {
  const line = body.lines.text[at] ?? '';
  const bullet = BULLET.exec(line) ?? enumerator(body, at);
  if (bullet !== null) return simpleItem(body, at, bullet[0].length);
  const field = line.startsWith(':') ? FIELD.exec(line) : null;
  if (field !== null) return labelledItem(body, at, { width: field[0].length, label: field[0].trimEnd().slice(1, -1) });
  const options = /^[-+/]/.test(line) ? OPTIONS.exec(line) : null;
  return options === null ? -1 : optionItem(body, at, options[0].length);
}

function simpleItem(body: Body, at: number, width: number): number {
  const { lines, end } = itemAt(body.lines, at, width);
  body.nested(lines, place(body, 'list', at));
  return end;
}

function labelledItem(body: Body, at: number, { width, label }: { width: number; label: string }): number {
  const list = place(body, 'list', at);
  readInline(body.document, label, list);
  const { lines, end } = indentedBehind(body.lines, at, width);
  body.nested(lines, list);
  return end;
}

function optionItem(body: Body, at: number, width: number): number {
  const { lines, end } = indentedBehind(body.lines, at, width);
  if (lines.text.every((line) => line === '')) return -1;
  body.nested(lines, place(body, 'list', at));
  return end;
}

/** An enumerator counts where the next line is blank, indented, or the next item. */
function enumerator(body: Body, at: number): RegExpExecArray | null {
  const { text } = body.lines;
  const found = ENUMERATOR.exec(text[at] ?? '');
  if (found === null || ((found[1] ?? '') === '(' && found[3] !== ')')) return null;
  const below = text[at + 1] ?? '';
  if (below === '' || below.startsWith(' ')) return isOrdinal(found[2] ?? '') ? found : null;
  const next = ENUMERATOR.exec(below);
  const isNext = next !== null && next[1] === found[1] && next[3] === found[3];
  return isNext && (next[2] === '#' || isSuccessor(found[2] ?? '', next[2] ?? '')) ? found : null;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** The number of a Roman numeral; 0 for what is none. */
function romanNumber(numeral: string): number {
  let rest = numeral.toLowerCase();
  let number = 0;
  for (const [value, letters] of ROMAN) {
    while (rest.startsWith(letters)) {
      number += value;
      rest = rest.slice(letters.length);
    }
  }
  return rest === '' && toRoman(number) === numeral.toLowerCase() ? number : 0;
}

function toRoman(number: number): string {
  let rest = number;
  return ROMAN.map(([value, letters]) => {
    const times = Math.floor(rest / value);
    rest -= times * value;
    return letters.repeat(times);
  }).join('');
}

const isOrdinal = (text: string): boolean =>
  text.length === 1 || /^[0-9]+$/.test(text) || romanNumber(text.slice(0, 20)) > 0;

function isSuccessor(text: string, next: string): boolean {
  if (text === '#') return next === '#';
  if (/^[0-9]+$/.test(text)) return String(Number(text) + 1) === next;
  const isRoman = romanNumber(text.slice(0, 20)) > 0 && (text.length > 1 || /^i$/i.test(text));
  if (isRoman) return romanNumber(next.slice(0, 20)) === romanNumber(text.slice(0, 20)) + 1;
  return text.length === 1 && text.charCodeAt(0) + 1 === next.charCodeAt(0) && next.length === 1;
}
