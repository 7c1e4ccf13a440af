import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser, type Options, type Program } from 'acorn';

/** Longer or deeper texts are no configuration that a person wrote; parsers take long over them. */
const LONGEST = 1_000_000;
const DEEPEST = 60;

const OPTIONS: Options = {
  ecmaVersion: 'latest',
  sourceType: 'module',
  allowHashBang: true,
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
};

/** A file's syntax tree, or why there is none: in words, for a message. */
export type Parsed = { readonly program: Program } | { readonly why: string };

/** Parses a JavaScript or TypeScript module or script. Never throws. */
export function parseScript(text: string): Parsed {
  if (text.length > LONGEST) return { why: `it is longer than ${LONGEST} characters` };
  if (deepest(text) > DEEPEST) return { why: `its brackets nest deeper than ${DEEPEST}` };
  const plain = attempt(text, Parser);
  return 'program' in plain ? plain : typed(text, plain);
}

/** The parser of TypeScript needs the places of lines. Where it fails too, the first parser's reason is as good. */
function typed(text: string, plain: Parsed): Parsed {
  const read = attempt(text, Parser.extend(tsPlugin(), bounded(text.length * 4 + 10_000)), { locations: true });
  return 'program' in read ? read : plain;
}

type Tokens = new (options: Options, input: string) => { nextToken(): void };

/** TypeScript is read by trying, and tries nest: `<T>(<T>(…` takes twice as long a level. No more tokens are taken than `most`. */
function bounded(most: number): (base: typeof Parser) => typeof Parser {
  let taken = 0;
  return (base) => {
    class Bounded extends (base as unknown as Tokens) {
      override nextToken(): void {
        if (++taken > most) throw new RangeError('too many tokens');
        super.nextToken();
      }
    }
    return Bounded as unknown as typeof Parser;
  };
}

function attempt(text: string, parser: typeof Parser, extra: Partial<Options> = {}): Parsed {
  try {
    return { program: parser.parse(text, { ...OPTIONS, ...extra }) };
  } catch (problem) {
    return { why: problem instanceof SyntaxError ? problem.message : 'it nests too deep' };
  }
}

/** How deep brackets nest, those in strings and comments included. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (let at = 0; at < text.length; at++) {
    const step = BRACKETS[text.charCodeAt(at)] ?? 0;
    depth = Math.max(0, depth + step);
    most = Math.max(most, depth);
  }
  return most;
}

/** By character code: `( [ {` and their partners. */
const BRACKETS: Readonly<Record<number, number>> = {
  0x28: 1,
  0x5b: 1,
  0x7b: 1,
  0x29: -1,
  0x5d: -1,
  0x7d: -1,
};
