import { escapedHtml } from './html-text.ts';

/** Text, and the pieces that were taken out of it because they are not to be formatted. */
export interface Protected {
  /** In the place of each piece is its number, between two control characters. */
  readonly text: string;
  readonly pieces: readonly string[];
}

const START = '\u0096';
const END = '\u0097';

/** Groups: list of attributes, escape, marks, text; escape, substitutions, text of the macro; escape, text of a formula. */
const PASS =
  /(?:\[([^[\]\n]{1,500})\])?(\\{0,2})(\+\+\+?|\$\$)((?:(?!\3)[\s\S]){1,2000}?)\3|(\\?)pass:([a-z]+(?:,[a-z-]+)*)?\[((?:[^\]\\]|\\[\s\S]){0,2000})\]|(\\?)(?:stem|latexmath|asciimath):(?:[a-z]+(?:,[a-z-]+)*)?\[((?:[^\]\\]|\\[\s\S]){1,2000})\]/g;

const MAY_PASS = /\+\+|\$\$|ss:\[|pass:|stem:|math:/;

/** Takes out what stands in `+++…+++`, `++…++`, `$$…$$`, `pass:[…]`, `+…+` and formulas. */
export function protectedText(source: string): Protected {
  const pieces: string[] = [];
  const put = (html: string): string => `${START}${pieces.push(html) - 1}${END}`;
  const passed = MAY_PASS.test(source)
    ? source.replace(PASS, (...found) => piece(found as readonly (string | undefined)[], put))
    : source;
  const text = passed.includes('+') ? plainPieces(passed, put) : passed;
  return { text, pieces };
}

function piece(found: readonly (string | undefined)[], put: (html: string) => string): string {
  const [whole = '', list, escapes, marks, text = '', escape, subs, macro, noFormula, formula] = found;
  if (marks !== undefined) return markedPiece(whole, { list, escapes: escapes ?? '', marks, text }, put);
  if (macro !== undefined && escape === '') return put(subs === undefined ? macro : escapedHtml(macro));
  if (formula !== undefined && noFormula === '') return put(escapedHtml(formula));
  return whole.slice(1);
}

function markedPiece(
  whole: string,
  { list, escapes, marks, text }: { list: string | undefined; escapes: string; marks: string; text: string },
  put: (html: string) => string,
): string {
  const before = list === undefined ? '' : `[${list}]`;
  if (escapes !== '') return before + whole.slice(before.length + 1);
  return before + put(marks === '+++' ? text : escapedHtml(text));
}

const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u;

/** Takes out `+plain+`, and its marks where it stands in backquotes. */
function plainPieces(text: string, put: (html: string) => string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf('+'); at >= 0; at = text.indexOf('+', Math.max(at + 1, from))) {
    const end = at < from || !opens(text, at) ? -1 : endOfPlain(text, at);
    if (end === NO_END) break;
    if (end < 0) continue;
    const isEscaped = text.charAt(at - 1) === '\\';
    out += isEscaped
      ? text.slice(from, at - 1) + text.slice(at, end + 1)
      : text.slice(from, at) + put(escapedHtml(text.slice(at + 1, end)));
    from = end + 1;
  }
  return out + text.slice(from);
}

const NO_END = -2;

function opens(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const behind = text.charAt(at + 1);
  return behind !== '' && !/[\s+]/.test(behind) && (before === '' || !/[;:}+]/.test(before)) && !WORD.test(before);
}

function endOfPlain(text: string, at: number): number {
  for (let end = text.indexOf('+', at + 2); end >= 0; end = text.indexOf('+', end + 1)) {
    if (!/\s/.test(text.charAt(end - 1)) && !WORD.test(text.charAt(end + 1))) return end;
  }
  return NO_END;
}

/** Puts the pieces back. */
export const unprotected = (text: string, pieces: readonly string[]): string =>
  pieces.length === 0 ? text : text.replace(/\u0096(\d+)\u0097/g, (_, number: string) => pieces[Number(number)] ?? '');
