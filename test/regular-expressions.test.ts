import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { parseAst } from 'vite';
import { describe, expect, test, vi } from 'vitest';

/**
 * No regular expression of ours may be made slow by what it reads. Each is attacked with repetitions of what it looks for, and
 * the steps of a backtracking matcher are counted: ten times the text may not cost more than forty times the steps. Counted,
 * not timed, so the result is the same on every machine.
 */
const SHORT = 20;
const LONG = 10 * SHORT;
const MOST_GROWTH = 40;
/** Steps that are never too many: below them the growth says nothing. */
const FLOOR = 20 * LONG;

/** Patterns that are slow in theory, and what keeps their input short. */
const BOUNDED: Readonly<Record<string, string>> = {
  '=+$': 'the base64 of bytes, which ends in two of them at most',
  '&[^&;]{1,12};|\\r\\n?|<!--.*?-->|<\\?.*?\\?>': 'the inside of a parsed element, whose comments and instructions end',
  '&[^&;]{1,12};|\\r\\n?|<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA\\[.*?\\]\\]>':
    'the inside of a parsed element, whose comments, instructions and CDATA end',
  '(?:\\[([^[\\]\\n]{1,500})\\])?(\\\\{0,2})(\\+\\+\\+?|\\$\\$)((?:(?!\\3)[\\s\\S]){1,2000}?)\\3|(\\\\?)pass:([a-z]+(?:,[a-z-]+)*)?\\[((?:[^\\]\\\\]|\\\\[\\s\\S]){0,2000})\\]|(\\\\?)(?:stem|latexmath|asciimath):(?:[a-z]+(?:,[a-z-]+)*)?\\[((?:[^\\]\\\\]|\\\\[\\s\\S]){1,2000})\\]':
    'texts of 2,000 characters at most',
  '\\s*\\{#((?:.(?!\\{#|\\}))*.)\\}$': 'the last 500 characters of a heading',
  '\\s*\\{#[\\w-]+\\}$': 'the last 500 characters of a heading',
  '(?<!:):[A-Za-z](?:[\\w-]{0,100}[A-Za-z0-9])?(?![\\w:-])(?:\\[([^\\]]{0,500})\\])?(?:\\{[^}]{0,500}\\})?':
    'parts of 500 characters at most',
  '(?<=^|[\\s*_~(])(?:(?:https?|ftp):\\/\\/[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-z]+(?::\\d+)?(?:[/#?][^\\s<]*)?|www\\.[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-z]+(?:[/#?][^\\s<]*)?|[a-zA-Z0-9._+-]{1,64}@[a-zA-Z0-9-]+(?:\\.[a-zA-Z0-9-]+)+)':
    'names of 256 characters at most',
  ' {0,3}\\*\\[([^\\n]+?)\\]:[^\\n]*\\n': 'lines that end: a page has a line feed at its end',
  '(#{1,6})[\\t ]+([^\\n]*)\\n': 'lines that end: a page has a line feed at its end',
  '\\s*\\n': 'a label of 2,000 characters at most',
  '<\\/?[^>]{0,1000}>': 'tags of 1,000 characters at most',
  '\\.+$': 'the name of a file',
  '\\\\(.)|\\*+|\\?|\\[([!^]?)([^\\]]+)\\]|[^]': 'a pattern of 255 characters at most',
  '\\{(?<prefix>[^{}:()]*)(?::(?<name>\\w+))?(?:\\((?<shape>(?:[^()\\\\]|\\\\[^])+)\\))?(?<suffix>[^{}:()]*)\\}(?<marks>[?*+]?)':
    'a pattern of 300 characters at most',
};

/** What functions build, by the text between the brackets of `new RegExp(…)`: an example of the result. */
const BUILT: Readonly<Record<string, RegExp>> = {
  "before, 'g'": /"/g,
  "`%3C(?:/|%2F)${name}(?:%20|\\\\+|%0A|%0D|%09)*%3E`, 'i'": /%3C(?:\/|%2F)mxfile(?:%20|\+|%0A|%0D|%09)*%3E/i,
  "`^[ \\\\t>]*${mark.charAt(0)}{${mark.length},}[ \\\\t]*\\\\r?$`, 'gm'": /^[ \t>]*`{3,}[ \t]*\r?$/gm,
  "PERCENT.source, 'iy'": /%(?:[0-7][0-9a-f]|[cd][0-9a-f]%[89ab][0-9a-f])/iy,
  "'`'.repeat(length), 'g'": /```/g,
  '`"${name.replace(\'/\', \'\\\\/\')}"\\\\s*:\\\\s*"[^"]*\\\\d`': /"@docusaurus\/core"\s*:\s*"[^"]*\d/,
  "`(?:[ .-]|${separator.replace(/[\\\\^$*+?.()|[\\]{}/]/g, '\\\\$&')})+`, 'g'": /(?:[ .-]|_)+/g,
  '`(?:^|/)${file}`': /(?:^|\/)docusaurus\.config\.(?:js|ts|mjs|cjs)$/,
  "`(?<!\\\\w)(?:${longestFirst.join('|')})(?!\\\\w)`, 'g'": /(?<!\w)(?:HTML 5|HTML)(?!\w)/g,
  "`</${element}\\\\s{0,9}>`, 'gi'": /<\/script\s{0,9}>/gi,
  "`\\\\{:/(?:${name})?\\\\}`, 'g'": /\{:\/(?:comment)?\}/g,
  "`^ {0,3}\\\\{:/(?:${name})?\\\\}[ \\\\t\\\\r\\\\f\\\\v]*\\\\n`, 'gm'": /^ {0,3}\{:\/(?:comment)?\}[ \t\r\f\v]*\n/gm,
  "`^${gfm ? ' {0,3}' : ''}${marks}${marks.at(-1) ?? ''}*[${BLANK}]*$`, 'gm'": /^ {0,3}~~~~*[ \t\r\f\v]*$/gm,
  '`^(?:docusaurus-)?${kind}-`': /^(?:docusaurus-)?plugin-/,
  "mark + BEHIND, 'gu'": /(?<![\s\0])(\*)(?=$|\s)/gu,
  "`.{1,${wrap[1]?.length ?? 76}}`, 'g'": /.{1,76}/g,
};

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = globSync('packages/*/src/**/*.ts', { cwd: root }).sort();

interface Literal {
  /** File and line. */
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

describe('the regular expressions of the packages', () => {
  const { literals, built } = expressionsOf(sources);

  test('are found in the sources', () => {
    expect(literals.length).toBeGreaterThan(60);
  });

  test.each(literals)('$at /$source/$flags is linear', ({ source, flags }) => {
    expect(BOUNDED[source] === undefined ? slowAttacks(source, flags) : []).toEqual([]);
  });

  test('that functions build have an example here, and no other', () => {
    expect([...new Set(built)].sort()).toEqual(Object.keys(BUILT).sort());
  });

  test('that modules build when they are loaded are linear', async () => {
    const recorded = await builtAtLoad();
    expect(recorded.length).toBeGreaterThan(50);
    const slow = recorded.map((each) => [
      each,
      BOUNDED[each.source] === undefined ? slowAttacks(each.source, each.flags) : [],
    ]);
    expect(slow.filter(([, attacks]) => (attacks as string[]).length > 0)).toEqual([]);
  });

  test.each(Object.entries(BUILT))('new RegExp(%s) is linear', (_, { source, flags }) => {
    expect(slowAttacks(source, flags)).toEqual([]);
  });

  test('are excused only where they exist', () => {
    const known = new Set(literals.map(({ source }) => source));
    expect(Object.keys(BOUNDED).filter((source) => !known.has(source))).toEqual([]);
  });
});

describe('the matcher that counts', () => {
  test.each([
    ['(a+)+$', ''],
    ['(?:a|a)*b', ''],
    ['(?:a|aa)+$', ''],
    ['\\s+$', ''],
    ['^\\s*\\s*x', 'm'],
    ['<!--.*?-->', 'gs'],
    ['x[^y]*y', 'g'],
    ['"(?:[^"\\\\]|\\\\.|\\\\")*"', ''],
  ])('calls /%s/%s slow', (source, flags) => {
    expect(slowAttacks(source, flags)).toHaveLength(1);
  });

  test.each([
    ['[^<>]*>', 'y'],
    ['a+b', 'y'],
    ['&[^&;]{1,12};|\\r\\n?', 'g'],
    ['^(?:a|b)*c', ''],
    ['[A-Z][a-z]', 'g'],
    ['%3C(?:mxfile|mxGraphModel)(?=%|\\+|\\s|$)', 'gi'],
  ])('calls /%s/%s linear', (source, flags) => {
    expect(slowAttacks(source, flags)).toEqual([]);
  });

  test.each([
    ['a(?:b|c){2,3}?d', 'xabcd', true],
    ['^(?!ab)a', 'ab', false],
    ['\\bfoo\\b', 'a foo b', true],
    ['[^\\]a]$', 'a]', false],
    ['(?=.{3}$)abc', 'xabc', true],
  ])('agrees that /%s/ and `%s` match: %s', (source, text, matches) => {
    expect(new RegExp(source).test(text)).toBe(matches);
    expect(matcher(source, '')(text, Infinity).matches > 0).toBe(matches);
  });
});

// Reading the sources

/**
 * What the libraries' modules build at the top level, different ones once: all are loaded a second time, so that modules of others are
 * there already.
 */
async function builtAtLoad(): Promise<readonly RegExp[]> {
  const libraries = sources.filter((path) => !path.startsWith('packages/cli/') && !path.endsWith('.d.ts'));
  const load = () => Promise.all(libraries.map((path) => import(/* @vite-ignore */ root + path)));
  await load();
  vi.resetModules();
  const recorded = new Map<string, RegExp>();
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct(target, given: [string, string?]) {
      const made = new target(...given);
      recorded.set(String(made), made);
      return made;
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = Original;
  }
  return [...recorded.values()];
}

/** The literals of files, and the text between the brackets of each `new RegExp(…)` in a function. */
function expressionsOf(paths: readonly string[]) {
  const literals: Literal[] = [];
  const built: string[] = [];
  for (const path of paths) {
    const text = readFileSync(root + path, 'utf8');
    visit(parseAst(text, { lang: 'ts' }), ({ type, start = 0, regex, callee, arguments: given = [] }, inFunction) => {
      const at = `${path}:${text.slice(0, start).split('\n').length}`;
      if (regex !== undefined) literals.push({ at, source: regex.pattern, flags: regex.flags });
      if (inFunction && type === 'NewExpression' && callee?.name === 'RegExp')
        built.push(text.slice(given[0]?.start, given.at(-1)?.end));
    });
  }
  return { literals, built };
}

/** What is looked at of a node of the syntax tree (ESTree). */
interface SyntaxNode {
  readonly type?: string;
  readonly start?: number;
  readonly end?: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly SyntaxNode[];
}

function visit(node: unknown, see: (node: SyntaxNode, inFunction: boolean) => void, inFunction = false): void {
  if (typeof node !== 'object' || node === null) return;
  see(node, inFunction);
  const within = inFunction || /Function/.test((node as SyntaxNode).type ?? '');
  for (const child of Object.values(node)) visit(child, see, within);
}

// Attacks

interface Attack {
  readonly prefix: string;
  readonly pump: string;
  readonly suffix: string;
}

/** The first attack that costs too much, told in words; empty when none does. */
function slowAttacks(source: string, flags: string): string[] {
  const match = matcher(source, flags);
  for (const { prefix, pump, suffix } of attacksOn(source, flags)) {
    const text = (times: number) => prefix + pump.repeat(times) + suffix;
    const short = match(text(SHORT), FLOOR * LONG).steps;
    const most = Math.max(FLOOR, MOST_GROWTH * short);
    const { steps } = match(text(LONG), most);
    if (short >= FLOOR * LONG || steps >= most)
      return [
        `${steps} steps for ${JSON.stringify(prefix)} + ${LONG} × ${JSON.stringify(pump)} + ${JSON.stringify(suffix)}, ${short} for ${SHORT} ×`,
      ];
  }
  return [];
}

/**
 * Repetitions of all that the pattern tells apart, of all that it can repeat, and of its own beginning; behind what leads to
 * each of its loops; before what lets it fail, and nothing.
 */
function attacksOn(source: string, flags: string): Attack[] {
  const pattern = parse(source);
  const units = representatives(pattern, flags);
  const witness = (node: Node) => exampleOf(node, units);
  const loops = loopsOf(pattern, '', witness);
  const whole = witness(pattern);
  const pumps = new Set([
    ...units,
    ...loops.map(({ body }) => body),
    whole,
    whole.slice(0, -1),
    ...loops.map(({ lead }) => lead),
  ]);
  const pairs = units.length > 8 ? [] : units.flatMap((one) => units.map((other) => one + other));
  const prefixes = new Set(['', ...loops.map(({ lead }) => lead), ...loops.map(({ lead, body }) => lead + body)]);
  const suffixes = new Set(['', '\0', whole.slice(-1)]);
  return [...prefixes].flatMap((prefix) =>
    [...new Set([...pumps, ...pairs])]
      .filter((pump) => pump !== '')
      .flatMap((pump) => [...suffixes].map((suffix) => ({ prefix, pump, suffix }))),
  );
}

/** One character of each kind that the pattern tells apart. */
function representatives(pattern: Node, flags: string): string[] {
  const tests = unitsOf(pattern).map((source) => unitTest(source, flags));
  const byKind = new Map<string, string>();
  for (const unit of CANDIDATES) {
    const kind = tests.map((matches) => (matches(unit) ? '1' : '0')).join('');
    if (!byKind.has(kind)) byKind.set(kind, unit);
  }
  return [...byKind.values()];
}

/** Letters, digits and white space before signs; a NUL for what nobody names. */
const CANDIDATES = [
  ...'a0 \n',
  ...Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)),
  ...'\t\r\0é\ufeff',
];

// Patterns

type Node =
  | { readonly kind: 'unit'; readonly source: string }
  | { readonly kind: 'edge'; readonly source: string }
  /** Looks at the characters before. */
  | { readonly kind: 'behind'; readonly body: Node; readonly wanted: boolean }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | {
      readonly kind: 'loop';
      readonly body: Node;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'look'; readonly body: Node; readonly wanted: boolean };

/** Reads a pattern. A backreference stands for the same as its group: it may match more than the engine does. */
function parse(source: string): Node {
  let at = 0;
  const groups: Node[] = [];
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const choice = (): Node => {
    const parts = [sequence()];
    while (take(/\|/y) !== null) parts.push(sequence());
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    while (at < source.length && !/[|)]/.test(source.charAt(at))) parts.push(quantified(atom()));
    return { kind: 'sequence', parts };
  };
  const atom = (): Node => {
    const group = take(/\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y)?.[0];
    if (group !== undefined) {
      const number = group === '(' || /\w/.test(group) ? groups.push(NOTHING) : 0;
      const body = choice();
      if (number > 0) groups[number - 1] = body;
      if (take(/\)/y) === null) throw new Error(`cannot read the group at ${at} of /${source}/`);
      if (!/[=!]$/.test(group)) return body;
      return { kind: group.startsWith('(?<') ? 'behind' : 'look', body, wanted: group.endsWith('=') };
    }
    const reference = take(/\\([1-9])/y)?.[1];
    if (reference !== undefined) return groups[Number(reference) - 1] ?? NOTHING;
    const edge = take(/\^|\$|\\[bB]/y)?.[0];
    if (edge !== undefined) return { kind: 'edge', source: edge };
    const unit = take(
      /\[\^\]|\[\^?(?:[^\]\\]|\\[^])*\]|\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|[^1-9pPk])|[^\\(]/y,
    )?.[0];
    if (unit === undefined) throw new Error(`cannot read what stands at ${at} of /${source}/`);
    return { kind: 'unit', source: unit };
  };
  const quantified = (body: Node): Node => {
    const found = take(/([*+?])(\??)|\{(\d+)(,?)(\d*)\}(\??)/y);
    if (found === null) return body;
    const [, sign, lazy, least, comma, most, alsoLazy] = found;
    const bounds =
      sign === undefined
        ? { least: Number(least), most: comma === '' ? Number(least) : most === '' ? Infinity : Number(most) }
        : { least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    return { kind: 'loop', body, ...bounds, lazy: (lazy ?? '') + (alsoLazy ?? '') !== '' };
  };
  const pattern = choice();
  if (at < source.length) throw new Error(`cannot read what stands at ${at} of /${source}/`);
  return pattern;
}

const NOTHING: Node = { kind: 'sequence', parts: [] };

/** Parts of a pattern that match one character. */
function unitsOf(node: Node): string[] {
  if (node.kind === 'unit') return [node.source];
  if (node.kind === 'edge') return [];
  return node.kind === 'loop' || node.kind === 'look' || node.kind === 'behind'
    ? unitsOf(node.body)
    : node.parts.flatMap(unitsOf);
}

const unitTest = (source: string, flags: string): ((unit: string) => boolean) => {
  const pattern = new RegExp(`^(?:${source})$`, flags.replace(/[^isuv]/g, ''));
  const known = new Map<string, boolean>();
  return (unit) => {
    const before = known.get(unit);
    if (before !== undefined) return before;
    const matches = pattern.test(unit);
    known.set(unit, matches);
    return matches;
  };
};

/** Unicode's own classes and numbers need a flag, under which older escapes are wrong. */
function unitPattern(source: string): RegExp {
  try {
    return new RegExp(`^(?:${source})$`, 'su');
  } catch {
    return new RegExp(`^(?:${source})$`, 's');
  }
}

/** A text that the node matches, as short as can be but for one round of each loop. */
function exampleOf(node: Node, units: readonly string[]): string {
  if (node.kind === 'unit') return units.find((unit) => unitPattern(node.source).test(unit)) ?? '';
  if (node.kind === 'sequence') return node.parts.map((part) => exampleOf(part, units)).join('');
  if (node.kind === 'choice') return exampleOf(node.parts[0]!, units);
  return node.kind === 'loop' ? exampleOf(node.body, units).repeat(Math.max(1, node.least)) : '';
}

/** The loops without an upper bound: a text that leads to each, and one for a round of it. */
function loopsOf(
  node: Node,
  lead: string,
  witness: (node: Node) => string,
): { readonly lead: string; readonly body: string }[] {
  if (node.kind === 'sequence')
    return node.parts.flatMap((part, i) => loopsOf(part, lead + node.parts.slice(0, i).map(witness).join(''), witness));
  if (node.kind === 'choice') return node.parts.flatMap((part) => loopsOf(part, lead, witness));
  if (node.kind === 'look' || node.kind === 'behind') return loopsOf(node.body, lead, witness);
  if (node.kind !== 'loop') return [];
  const bodies = node.body.kind === 'choice' ? node.body.parts.map(witness) : [witness(node.body)];
  const own = node.most < 100 ? [] : bodies.map((body) => ({ lead, body }));
  return [...own, ...loopsOf(node.body, lead, witness)];
}

// Matching

interface Count {
  readonly matches: number;
  /** Characters looked at, those looked at again counted again. */
  readonly steps: number;
}

class TooMany extends Error {}

/** Matches as a backtracking engine does, and counts; gives up at `most` steps. */
function matcher(source: string, flags: string): (text: string, most: number) => Count {
  let text = '';
  let steps = 0;
  let most = 0;
  const compile = (node: Node): Step => {
    if (node.kind === 'unit') {
      const matches = unitTest(node.source, flags);
      return (at, next) => {
        if (++steps >= most) throw new TooMany();
        return at < text.length && matches(text.charAt(at)) && next(at + 1);
      };
    }
    if (node.kind === 'edge') return (at, next) => isEdge(node.source, text, at, flags) && next(at);
    if (node.kind === 'behind') {
      const body = compile(node.body);
      const reaches = (from: number, at: number) => body(from, (behind) => behind === at);
      const longest = lengthOf(node.body);
      return (at, next) => {
        const found = Array.from({ length: Math.min(at, longest) + 1 }, (_, back) => at - back).some((from) =>
          reaches(from, at),
        );
        return found === node.wanted && next(at);
      };
    }
    if (node.kind === 'look') {
      const body = compile(node.body);
      return (at, next) => body(at, () => true) === node.wanted && next(at);
    }
    if (node.kind === 'loop') return loop(compile(node.body), node);
    const parts = node.parts.map(compile);
    if (node.kind === 'choice') return (at, next) => parts.some((part) => part(at, next));
    return parts.reduceRight<Step>(
      (rest, part) => (at, next) => part(at, (behind) => rest(behind, next)),
      (at, next) => next(at),
    );
  };
  const whole = compile(parse(source));
  return (given, limit) => {
    [text, steps, most] = [given, 0, limit];
    try {
      return { matches: searches(whole, given, flags), steps };
    } catch (error) {
      if (error instanceof TooMany) return { matches: 0, steps };
      throw error;
    }
  };
}

/** The characters that a node matches at most. */
function lengthOf(node: Node): number {
  if (node.kind === 'unit') return 1;
  if (node.kind === 'sequence') return node.parts.reduce((sum, part) => sum + lengthOf(part), 0);
  if (node.kind === 'choice') return Math.max(...node.parts.map(lengthOf));
  return node.kind === 'loop' ? node.most * lengthOf(node.body) : 0;
}

/** Matches at a place and asks what comes next whether it matches behind. */
type Step = (at: number, next: (at: number) => boolean) => boolean;

function loop(body: Step, { least, most, lazy }: { least: number; most: number; lazy: boolean }): Step {
  const round =
    (count: number): Step =>
    (at, next) => {
      const again = () =>
        count < most && body(at, (behind) => (behind > at || count < least) && round(count + 1)(behind, next));
      if (count < least) return again();
      return lazy ? next(at) || again() : again() || next(at);
    };
  return round(0);
}

/** All matches of a global pattern, one of others; a sticky one is tried at the start alone, as its callers do. */
function searches(whole: Step, text: string, flags: string): number {
  let matches = 0;
  for (let at = 0; at <= text.length;) {
    let end = -1;
    whole(at, (behind) => {
      end = behind;
      return true;
    });
    if (end >= 0) matches++;
    if (flags.includes('y') || (end >= 0 && !flags.includes('g'))) return matches;
    at = Math.max(at + 1, end);
  }
  return matches;
}

function isEdge(source: string, text: string, at: number, flags: string): boolean {
  const lines = flags.includes('m');
  if (source === '^') return at === 0 || (lines && text.charAt(at - 1) === '\n');
  if (source === '$') return at === text.length || (lines && text.charAt(at) === '\n');
  const isWord = (place: number) => /\w/.test(text.charAt(place));
  return (isWord(at - 1) !== isWord(at)) === (source === '\\b');
}
