import type { Published } from './published.ts';
import { unpublished } from './unpublished.ts';

/** A file of the built site that a source is to become. */
export interface Claim {
  readonly source: string;
  /** `/`-separated, relative to the built site's root. */
  readonly output: string;
  /** As a browser asks for it: with the base path, percent-encoded. */
  readonly url: string;
  /** Other URLs that lead there, in the same form. */
  readonly aliases?: readonly string[];
}

/**
 * A row for each path, published or not. Where several claim one file, the last has it, as a later file is written over an earlier.
 * A source with several files has the URL of the first of its claims, the others are its aliases.
 */
export function rowsOf(paths: readonly string[], claims: readonly Claim[]): readonly Published[] {
  const winners = new Map(claims.map((claim) => [claim.output, claim]));
  const won = new Map<string, Claim[]>();
  for (const claim of claims) {
    if (winners.get(claim.output) !== claim) continue;
    const others = won.get(claim.source);
    if (others === undefined) won.set(claim.source, [claim]);
    else others.push(claim);
  }
  return paths.map((path) => {
    const [first, ...others] = won.get(path) ?? [];
    return first === undefined ? unpublished(path) : rowOf(first, others);
  });
}

function rowOf(first: Claim, others: readonly Claim[]): Published {
  const aliases = [first, ...others].flatMap((claim) => [claim.url, ...(claim.aliases ?? [])]);
  return {
    source: first.source,
    outputs: [first, ...others].map(({ output }) => output).sort(),
    url: first.url,
    aliases: [...new Set(aliases)].filter((url) => url !== first.url),
  };
}
