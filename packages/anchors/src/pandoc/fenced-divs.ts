import type { MarkdownIt, StateBlock } from 'markdown-it';
import { attributesAt } from './attributes.ts';
import { isCode, lineOf } from './lines.ts';

/** How a dialect reads fenced divs. */
export interface DivRules {
  /** A fence that opens a div; group 1 is its attributes or class. */
  readonly opens: RegExp;
  /** Whether a fence that closes must have as many colons as the one that opened. */
  readonly counts: boolean;
  /** Whether a fence that closes ends a paragraph. */
  readonly interrupts: boolean;
  /** Which of several ids counts. */
  readonly id: 'first' | 'last';
}

/** Pandoc's own Markdown. */
export const PANDOC_DIVS: DivRules = {
  opens: /^:{3,}[ \t]*(\{.*\}|[^\s{}:][^\s{}]*)[ \t]*:*$/,
  counts: false,
  interrupts: true,
  id: 'last',
};

/** `commonmark_x`. */
export const COMMONMARK_DIVS: DivRules = {
  opens: /^:{3,}[ \t]*(\{.*\}|[^\s{}:]+)$/,
  counts: true,
  interrupts: false,
  id: 'first',
};

const CLOSES = /^:{3,}$/;

/** A div that is open. */
interface OpenDiv {
  /** How deep the block is in which it stands. */
  readonly level: number;
  readonly colons: number;
}

const KEY = 'mxgDivs';

/** The divs of a page that are open, outermost first; kept in the environment of its blocks. */
function openDivs(state: StateBlock): OpenDiv[] {
  const env = state.env as Record<string, unknown>;
  env[KEY] ??= [];
  return env[KEY] as OpenDiv[];
}

/**
 * Divs between lines of colons: tokens `div_open`, whose `content` is the id, and `div_close`. Tokens of what is inside stand beside them,
 * not below.
 */
export const fencedDivs =
  (rules: DivRules) =>
  (parser: MarkdownIt): void => {
    const alt = rules.interrupts ? ['paragraph'] : [];
    parser.block.ruler.before(
      'fence',
      'div_close',
      (state, line, _, silent) => closeDiv(state, { rules, line, silent }),
      { alt },
    );
    parser.block.ruler.before(
      'fence',
      'div_open',
      (state, line, _, silent) => !silent && openDiv(state, { rules, line }),
    );
  };

function openDiv(state: StateBlock, { rules, line }: { rules: DivRules; line: number }): boolean {
  if (isCode(state, line) || !startsWithColons(state, line)) return false;
  const fence = lineOf(state, line);
  const attributes = rules.opens.exec(fence)?.[1];
  if (attributes === undefined) return false;
  const read = attributesAt(attributes, 0);
  if (attributes.startsWith('{') && read === null) return false;
  openDivs(state).push({ level: state.level, colons: colonsOf(fence) });
  put(state, { type: 'div_open', line }).content = read?.attributes.ids.at(rules.id === 'last' ? -1 : 0) ?? '';
  return true;
}

function closeDiv(
  state: StateBlock,
  { rules, line, silent }: { rules: DivRules; line: number; silent: boolean },
): boolean {
  if (isCode(state, line) || !startsWithColons(state, line)) return false;
  const fence = lineOf(state, line);
  if (!CLOSES.test(fence)) return false;
  const open = openDivs(state);
  if (!silent) closeDeeper(open, state.level);
  const last = open.findLast(({ level }) => level <= state.level);
  if (last === undefined || (rules.counts && colonsOf(fence) < last.colons)) return false;
  if (silent) return true;
  open.pop();
  put(state, { type: 'div_close', line });
  return true;
}

/** Divs that stand in blocks which have ended are closed with them. */
function closeDeeper(open: OpenDiv[], level: number): void {
  while ((open.at(-1)?.level ?? 0) > level) open.pop();
}

const startsWithColons = (state: StateBlock, line: number): boolean =>
  state.src.startsWith(':::', (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));

const colonsOf = (fence: string): number => /^:*/.exec(fence)?.[0].length ?? 0;

function put(state: StateBlock, { type, line }: { type: string; line: number }) {
  const token = state.push(type, '', 0);
  token.map = [line, line + 1];
  state.line = line + 1;
  return token;
}
