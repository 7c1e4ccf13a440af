import { withoutBraces } from './glob.ts';

/** Whether `*` and `**` also take names that begin with a dot. */
export interface NodeGlobOptions {
  readonly dot: boolean;
}

/** Tells whether a path matches. */
export type PathMatch = (path: string) => boolean;

/**
 * A glob as the programs of Node read it (micromatch, picomatch, tinyglobby): `**` between slashes takes any number of folders,
 * none included; `*`, `?` and `[a-z]` stay inside a name; `{a,b}` is either. Not here: `@(…)` and its like, which are literal.
 * Time is at most the length of the path times that of the pattern.
 */
export function nodeGlob(pattern: string, options: NodeGlobOptions = { dot: true }): PathMatch {
  const each = withoutBraces(pattern.replace(/^(?:\.?\/)+/, '')).map((choice) =>
    choice.split('/').map((text) => nameMatcher(text, options)),
  );
  return (path) => {
    const names = path.split('/');
    return each.some((matchers) => matchesNames(matchers, names, options));
  };
}

/** Matches when one of the globs does, and no later one with a `!` takes it back. */
export function anyNodeGlob(patterns: readonly string[], options?: NodeGlobOptions): PathMatch {
  const rules = patterns.map((text) => ({
    wanted: !text.startsWith('!'),
    match: nodeGlob(text.replace(/^!/, ''), options),
  }));
  return (path) =>
    rules.reduce((found, { wanted, match }) => (found !== wanted && match(path) ? wanted : found), false);
}

type NameMatch = (name: string) => boolean;

/** `**`: any number of names. */
const FOLDERS = null;

function nameMatcher(text: string, { dot }: NodeGlobOptions): NameMatch | typeof FOLDERS {
  if (text === '**') return FOLDERS;
  if (!/[*?[\\]/.test(text)) return (name) => name === text;
  const pieces = piecesOf(text);
  const hides = !dot && /^[*?[]/.test(text);
  return (name) =>
    !(hides && name.startsWith('.')) && matches(pieces, [...name], (piece, character) => piece(character));
}

function matchesNames(
  matchers: readonly (NameMatch | typeof FOLDERS)[],
  names: readonly string[],
  { dot }: NodeGlobOptions,
): boolean {
  if (!dot && matchers.includes(FOLDERS) && names.some((name) => name.startsWith('.'))) return false;
  return matches(matchers, names, (matcher, name) => matcher(name));
}

/**
 * Matches a list against pieces of which null takes any run of items. On a mismatch only the last such piece takes one more: what
 * an earlier one could take instead, the last one can too.
 */
function matches<Piece, Item>(
  pieces: readonly (Piece | null)[],
  items: readonly Item[],
  takes: (piece: Piece, item: Item) => boolean,
): boolean {
  let piece = 0;
  let retry = { piece: -1, item: 0 };
  for (let item = 0; item < items.length; item++) {
    const current = pieces[piece];
    if (current === null) {
      retry = { piece: piece + 1, item };
      piece++;
      item--;
    } else if (current !== undefined && takes(current, items[item] as Item)) piece++;
    else if (retry.piece < 0) return false;
    else {
      item = retry.item;
      retry = { piece: retry.piece, item: retry.item + 1 };
      piece = retry.piece;
    }
  }
  return pieces.slice(piece).every((rest) => rest === null);
}

type CharacterMatch = (character: string) => boolean;

const ANY_CHARACTER: CharacterMatch = () => true;

/** No name is longer on any file system: a pattern beyond it is taken as it stands. */
const LONGEST = 255;

/** A name's pattern, a piece a character; null for a star. */
function piecesOf(text: string): readonly (CharacterMatch | null)[] {
  if (text.length > LONGEST) return Array.from(text, (character) => (other) => other === character);
  return Array.from(text.matchAll(/\\(.)|\*+|\?|\[([!^]?)([^\]]+)\]|[^]/gu), ([all, escaped, negated, inside]) => {
    if (escaped !== undefined) return (character) => character === escaped;
    if (all.startsWith('*')) return null;
    if (all === '?') return ANY_CHARACTER;
    if (inside !== undefined) return (character) => isInSet(character, inside) !== (negated !== '');
    return (character) => character === all;
  });
}

function isInSet(character: string, inside: string): boolean {
  return Array.from(inside.matchAll(/([^])-([^])|[^]/gu)).some(([one, low, high]) =>
    low !== undefined && high !== undefined ? character >= low && character <= high : character === one,
  );
}
