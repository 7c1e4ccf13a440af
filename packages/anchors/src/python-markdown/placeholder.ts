import type { Line } from './lines.ts';
import { ETX, STX } from './source.ts';

/** What was taken out of a page before its blocks are read. */
export type Stashed =
  /** Raw HTML, or a fence, of which only its own ids are kept. */
  | { readonly kind: 'html'; readonly lines: readonly Line[] }
  /** An element whose content is Markdown. */
  | {
      readonly kind: 'element';
      readonly tag: string;
      readonly ids: readonly string[];
      readonly lines: readonly Line[];
    };

/** Everything that was taken out, by its number. */
export type Stash = Stashed[];

/** Takes something out; the text that stands for it. */
export function stash(all: Stash, each: Stashed): string {
  all.push(each);
  return `${STX}${all.length - 1}${ETX}`;
}

const ALONE = new RegExp(`^${STX}(\\d{1,9})${ETX}$`);

/** What a line of nothing but a placeholder stands for. */
export function stashedAt(text: string, all: Stash): Stashed | undefined {
  const number = ALONE.exec(text.trim())?.[1];
  return number === undefined ? undefined : all[Number(number)];
}
