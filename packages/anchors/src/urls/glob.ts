/** How a family of programs reads wildcards. */
export interface GlobDialect {
  /** Whether `*` and `?` pass a `/`; `**` always does. */
  readonly starPassesSlash: boolean;
  /** Whether `{a,b}` means either. */
  readonly braces: boolean;
  /** Whether a wildcard leaves a dot at the start of a path alone. */
  readonly dotHidden: boolean;
}

/** Ruby's `File.fnmatch` without flags. */
export const FNMATCH: GlobDialect = { starPassesSlash: true, braces: false, dotHidden: true };
/** Globs over paths, as Hugo (gobwas/glob with `/`) and Ruby's `Dir.glob` read them. */
export const PATH_GLOB: GlobDialect = { starPassesSlash: false, braces: true, dotHidden: false };
/** Sphinx, `sphinx.util.matching`. */
export const SPHINX_GLOB: GlobDialect = { starPassesSlash: false, braces: false, dotHidden: false };

/** Tells whether a path matches. Time is at most the length of the path times that of the pattern. */
export type GlobMatch = (path: string) => boolean;

/** A unit of a pattern: what one character must be; a star may take any number of them. */
interface Piece {
  readonly takes: (character: string) => boolean;
  readonly star: boolean;
}

/** A pattern, ready to match whole paths. Nothing in it is an error: what is not closed is literal. */
export function globOf(pattern: string, dialect: GlobDialect): GlobMatch {
  const alternatives = dialect.braces ? withoutBraces(pattern) : [pattern];
  const matches = alternatives.map((each) => matcher(piecesOf(each, dialect), dialect));
  return (path) => matches.some((match) => match(path));
}

/** Alternatives beyond this number are not looked at: `{a,b}` twenty times over is a million of them. */
const MOST_ALTERNATIVES = 256;

/** A pattern with its `{a,b}` spelled out: one pattern for each choice, at most a few hundred. */
export function withoutBraces(pattern: string): readonly string[] {
  let open: readonly string[] = [pattern];
  for (let round = 0; round < 16; round++) {
    const next = open.flatMap(expandOnce);
    if (next.length === open.length || next.length > MOST_ALTERNATIVES) return open;
    open = next;
  }
  return open;
}

/** The innermost, first group is spelled out. */
function expandOnce(pattern: string): readonly string[] {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (group === null) return [pattern];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return (group[1] ?? '').split(',').map((choice) => before + choice + after);
}

function piecesOf(pattern: string, dialect: GlobDialect): readonly Piece[] {
  const pieces: Piece[] = [];
  const notSlash = (character: string): boolean => dialect.starPassesSlash || character !== '/';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const set = character === '[' ? setAt(pattern, at) : null;
    if (character === '*') {
      const end = endOfStars(pattern, at);
      pieces.push({ takes: end - at > 1 ? any : notSlash, star: true });
      at = end - 1;
    } else if (character === '?') pieces.push({ takes: notSlash, star: false });
    else if (set !== null) {
      pieces.push({ takes: set.takes, star: false });
      at = set.end;
    } else {
      if (character === '\\' && at + 1 < pattern.length) at++;
      const literal = pattern.charAt(at);
      pieces.push({ takes: (other) => other === literal, star: false });
    }
  }
  return pieces;
}

const any = (): boolean => true;

function endOfStars(pattern: string, at: number): number {
  let end = at;
  while (pattern.charAt(end) === '*') end++;
  return end;
}

/** `[a-z]`, `[!a]`, `[^a]`; null when it is not closed. */
function setAt(
  pattern: string,
  at: number,
): { readonly takes: (character: string) => boolean; readonly end: number } | null {
  const negated = /[!^]/.test(pattern.charAt(at + 1));
  const from = at + (negated ? 2 : 1);
  const end = pattern.indexOf(']', from + 1);
  if (end < 0) return null;
  const inside = pattern.slice(from, end);
  return { takes: (character) => character !== '/' && isInSet(character, inside) !== negated, end };
}

function isInSet(character: string, inside: string): boolean {
  for (let at = 0; at < inside.length; at++) {
    const low = inside.charAt(at);
    const ranged = inside.charAt(at + 1) === '-' && at + 2 < inside.length;
    const high = ranged ? inside.charAt(at + 2) : low;
    if (character >= low && character <= high) return true;
    if (ranged) at += 2;
  }
  return false;
}

/** All ways through the pattern are followed at once: the set of pieces that may come next. */
function matcher(pieces: readonly Piece[], { dotHidden }: GlobDialect): GlobMatch {
  const wildStart = pieces[0]?.star === true;
  return (path) => {
    if (dotHidden && wildStart && path.startsWith('.')) return false;
    let states = passStars(new Set([0]), pieces);
    for (const character of path) {
      states = passStars(step(states, pieces, character), pieces);
      if (states.size === 0) return false;
    }
    return states.has(pieces.length);
  };
}

function step(states: ReadonlySet<number>, pieces: readonly Piece[], character: string): Set<number> {
  const next = new Set<number>();
  for (const state of states) {
    const piece = pieces[state];
    if (piece?.takes(character) === true) next.add(piece.star ? state : state + 1);
  }
  return next;
}

/** A star may also take nothing. */
function passStars(states: Set<number>, pieces: readonly Piece[]): Set<number> {
  for (const state of states) if (pieces[state]?.star === true) states.add(state + 1);
  return states;
}
