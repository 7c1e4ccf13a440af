/** A part of a pattern that stands for text of the path. */
interface Parameter {
  /** Of an unnamed group its number, from 0. */
  readonly name: string;
  /** Stand before and after each of its values. */
  readonly prefix: string;
  readonly suffix: string;
  readonly shape: Shape;
  readonly optional: boolean;
  readonly repeated: boolean;
}

/** What a value may be. */
interface Shape {
  readonly fits: (text: string) => boolean;
  /** Whether the longest value is taken, not the shortest. */
  readonly greedy: boolean;
}

type Token = string | Parameter;

/** The texts that the parameters of a pattern stand for; a repeated one has a list. */
type Captures = ReadonlyMap<string, string | readonly string[]>;

/** A pattern such as `packages/:pkg/src/:slug*`. */
export interface PathPattern {
  /** What the parameters stand for in a path that matches as a whole, in any case; null for one that does not. */
  readonly match: (path: string) => Captures | null;
  /** The path with the captures of another pattern put in; null when one is missing. */
  readonly fill: (captures: Captures) => string | null;
}

const fitting = (shape: RegExp, greedy = true): Shape => ({ fits: (text) => shape.test(text), greedy });

const ONE_SEGMENT = fitting(/^[^/#?]+$/, false);

/** The expressions that people give in parentheses; with any other one the pattern is not read. */
const SHAPES: Readonly<Record<string, Shape>> = {
  '.*': { fits: () => true, greedy: true },
  '.*?': { fits: () => true, greedy: false },
  '.+': fitting(/^[^]+$/),
  '.+?': fitting(/^[^]+$/, false),
  '[^/]*': fitting(/^[^/]*$/),
  '[^/]+': fitting(/^[^/]+$/),
  '[^/]+?': fitting(/^[^/]+$/, false),
  '\\d+': fitting(/^\d+$/),
  '\\w+': fitting(/^\w+$/),
  '[\\w-]+': fitting(/^[\w-]+$/),
  '[a-z]+': fitting(/^[a-z]+$/i),
};

/** Paths beyond this length match nothing: the time is that of its square, for each parameter. */
const LONGEST = 300;
/** Patterns of more parts are not read. */
const MOST_TOKENS = 32;

/** Reads a pattern as path-to-regexp 6 does; null when it is none, or has an expression that is not known here. */
export function pathPattern(text: string): PathPattern | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  return {
    match: (path) => (path.length > LONGEST ? null : captured(tokens, path)),
    fill: (captures) => filled(tokens, captures),
  };
}

/** What a pattern is made of, in the order in which it is tried: an escape, braces, a parameter, an unnamed group, a character. */
const PARTS: readonly RegExp[] = [
  /\\(?<literal>[^])/y,
  /\{(?<prefix>[^{}:()]*)(?::(?<name>\w+))?(?:\((?<shape>(?:[^()\\]|\\[^])+)\))?(?<suffix>[^{}:()]*)\}(?<marks>[?*+]?)/y,
  /(?<prefix>[./]?):(?<name>\w+)(?:\((?<shape>(?:[^()\\]|\\[^])+)\))?(?<marks>[?*+]?)/y,
  /(?<prefix>[./]?)\((?<shape>(?:[^()\\]|\\[^])+)\)(?<marks>[?*+]?)/y,
  /(?<literal>[^{}()*+?])/y,
];

function tokensOf(text: string): readonly Token[] | null {
  if (text.length > LONGEST) return null;
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const found = partAt(text, at);
    const unnamed = tokens.filter((token) => typeof token !== 'string' && /^\d/.test(token.name)).length;
    const token = found === null ? null : tokenOf(found.groups ?? {}, unnamed);
    if (found === null || token === null || tokens.length > MOST_TOKENS) return null;
    const last = tokens.at(-1);
    if (typeof last === 'string' && typeof token === 'string') tokens[tokens.length - 1] = last + token;
    else tokens.push(token);
    at += found[0].length;
  }
  return tokens;
}

function partAt(text: string, at: number): RegExpExecArray | null {
  for (const part of PARTS) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (found !== null) return found;
  }
  return null;
}

/** A group without a name is called by its number; one of mere text is not read. */
function tokenOf(groups: Readonly<Record<string, string | undefined>>, unnamed: number): Token | null {
  const { literal, name, prefix = '', suffix = '', marks = '' } = groups;
  if (literal !== undefined) return literal;
  const shape = shapeOf(groups['shape']);
  if (shape === null || (name === undefined && groups['shape'] === undefined)) return null;
  const id = name ?? String(unnamed);
  return { name: id, prefix, suffix, shape, optional: /[?*]/.test(marks), repeated: /[+*]/.test(marks) };
}

const shapeOf = (written: string | undefined): Shape | null =>
  written === undefined ? ONE_SEGMENT : (SHAPES[written] ?? null);

/** A way through the rest of the path, as a list: the parameter and its text, and the way after it. */
type Way = { readonly name: string; readonly value: string | readonly string[] | undefined; readonly rest: Way } | null;

function captured(tokens: readonly Token[], path: string): Captures | null {
  const lower = path.toLowerCase();
  const failed = new Set<number>();
  const from = (at: number, start: number): { readonly way: Way } | null => {
    const token = tokens[at];
    if (token === undefined) return start === path.length ? { way: null } : null;
    if (typeof token === 'string')
      return lower.startsWith(token.toLowerCase(), start) ? from(at + 1, start + token.length) : null;
    const key = at * (LONGEST + 1) + start;
    if (failed.has(key)) return null;
    for (const { end, value } of choices(token, path, start)) {
      const rest = from(at + 1, end);
      if (rest !== null) return { way: { name: token.name, value, rest: rest.way } };
    }
    failed.add(key);
    return null;
  };
  const found = from(0, 0);
  return found === null ? null : capturesOf(found.way);
}

function capturesOf(found: Way): Captures {
  const captures = new Map<string, string | readonly string[]>();
  for (let way = found; way !== null; way = way.rest) if (way.value !== undefined) captures.set(way.name, way.value);
  return captures;
}

interface Choice {
  readonly end: number;
  readonly value: string | readonly string[] | undefined;
}

/** What a parameter can take from a place on, in the order in which it is tried. */
function* choices(token: Parameter, path: string, start: number): Iterable<Choice> {
  const count = path.length - start;
  for (let step = 0; step <= count; step++) {
    const end = token.shape.greedy ? path.length - step : start + step;
    const value = valueOf(token, path.slice(start, end));
    if (value !== null) yield { end, value };
  }
  if (token.optional) yield { end: start, value: undefined };
}

function valueOf({ prefix, suffix, shape, repeated }: Parameter, text: string): string | readonly string[] | null {
  if (text.length < prefix.length + suffix.length || !text.startsWith(prefix) || !text.endsWith(suffix)) return null;
  const inner = text.slice(prefix.length, text.length - suffix.length);
  const between = suffix + prefix;
  if (!repeated) return shape.fits(inner) ? inner : null;
  const values = between === '' ? [inner] : inner.split(between);
  return values.every(shape.fits) ? values : null;
}

function filled(tokens: readonly Token[], captures: Captures): string | null {
  let path = '';
  for (const token of tokens) {
    const text = typeof token === 'string' ? token : filledIn(token, captures.get(token.name));
    if (text === null) return null;
    path += text;
  }
  return path;
}

function filledIn(
  { prefix, suffix, optional, repeated }: Parameter,
  value: string | readonly string[] | undefined,
): string | null {
  if (value === undefined) return optional ? '' : null;
  if (typeof value === 'string') return prefix + value + suffix;
  return repeated ? value.map((each) => prefix + each + suffix).join('') : null;
}
