/** A macro that has been found: `name:target[list]`. */
export interface FoundMacro {
  /** What the pattern of its name found; the first group is the backslash that voids it, if any. */
  readonly name: RegExpExecArray;
  /** What stands between the name and the bracket. */
  readonly target: string;
  /** What stands between the brackets, with its backslashes. */
  readonly list: string;
  /** All of it. */
  readonly whole: string;
}

/** How a macro is told. */
export interface MacroSign {
  /** Found in the text before a bracket: the first place counts. */
  readonly name: RegExp;
  /** What no target goes on behind: white space, or a line end. */
  readonly ends: 'space' | 'line';
}

/** Replaces macros. Each piece of the text is looked at but once, whatever is opened and never closed. */
export function replaceMacros(
  text: string,
  { name, ends }: MacroSign,
  html: (found: FoundMacro) => string | null,
): string {
  let out = '';
  let from = 0;
  let before = 0;
  for (let open = text.indexOf('['); open >= 0; open = text.indexOf('[', before)) {
    const start = behindLastBreak(text, ends, { from: before, to: open });
    const found = name.exec(text.slice(start, open));
    before = open + 1;
    if (found === null) continue;
    const end = endOfList(text, open + 1);
    if (end < 0) break;
    const at = start + found.index;
    const whole = text.slice(at, end + 1);
    const target = text.slice(at + found[0].length, open);
    const replaced = html({ name: found, target, list: text.slice(open + 1, end), whole });
    if (replaced === null) continue;
    out += text.slice(from, at) + (found[1] === '\\' ? whole.slice(1) : replaced);
    from = before = end + 1;
  }
  return out + text.slice(from);
}

function behindLastBreak(text: string, ends: MacroSign['ends'], { from, to }: { from: number; to: number }): number {
  for (let at = to; at > from; at--) {
    const code = text.charCodeAt(at - 1);
    if (code === LINE_END || (ends === 'space' && (code === SPACE || code === TAB))) return at;
  }
  return from;
}

const LINE_END = 0x0a;
const SPACE = 0x20;
const TAB = 0x09;

/** Where the bracket is closed; -1 for nowhere. */
function endOfList(text: string, from: number): number {
  let end = text.indexOf(']', from);
  while (end > from && text.charAt(end - 1) === '\\') end = text.indexOf(']', end + 1);
  return end;
}

/** Replaces what stands between two marks, the first one of which a backslash may void. */
export function replaceBetween(
  text: string,
  [open, close]: readonly [string, string],
  html: (inside: string) => string | null,
): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf(open); at >= 0;) {
    const end = endOfMarks(text, close, at + open.length);
    if (end < 0) break;
    const inside = text.slice(at + open.length, end);
    const isEscaped = text.charAt(at - 1) === '\\' && at > from;
    const replaced = isEscaped ? open + inside + close : html(inside);
    if (replaced !== null) {
      out += text.slice(from, isEscaped ? at - 1 : at) + replaced;
      from = end + close.length;
    }
    at = text.indexOf(open, replaced === null ? at + 1 : from);
  }
  return out + text.slice(from);
}

/** The last place where marks stand that begin at the same run of them: `)))` closes `((` with its last two. */
function endOfMarks(text: string, close: string, from: number): number {
  let end = text.indexOf(close, from);
  while (end >= 0 && text.startsWith(close, end + 1)) end++;
  return end;
}
