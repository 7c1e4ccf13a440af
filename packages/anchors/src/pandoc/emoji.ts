import { EMOJI_NAMES } from './emoji-names.ts';

/** Emoji by name, and the usual name of each. */
interface EmojiTable {
  readonly emojiOf: ReadonlyMap<string, string>;
  readonly nameOf: ReadonlyMap<string, string>;
  /** Of the longest emoji, in UTF-16 code units. */
  readonly longest: number;
}

let table: EmojiTable | null = null;

/** Made at the first emoji: most pages have none. */
function emojiTable(): EmojiTable {
  if (table !== null) return table;
  const rows = EMOJI_NAMES.trim()
    .split(/\s+/)
    .map((row) => /^(\P{ASCII}+|.\P{ASCII}+)(.+)$/u.exec(row))
    .map((row) => ({ emoji: row?.[1] ?? '', names: (row?.[2] ?? '').split('|') }));
  const emojiOf = new Map(rows.flatMap(({ emoji, names }) => names.map((name) => [name, emoji])));
  const nameOf = new Map(rows.map(({ emoji, names }) => [emoji, names[0] ?? '']));
  table = { emojiOf, nameOf, longest: Math.max(...rows.map(({ emoji }) => emoji.length)) };
  return table;
}

/** The emoji that a name between colons stands for. */
export const emojiNamed = (name: string): string | undefined => emojiTable().emojiOf.get(name);

const MAY_BE_EMOJI = /[\u00a9\u00ae\u2000-\u3300\ud83c-\ud83e]/;

/** The text with the usual name in the place of each emoji. */
export function namedEmoji(text: string): string {
  if (!MAY_BE_EMOJI.test(text)) return text;
  let named = '';
  for (let at = 0; at < text.length;) {
    const emoji = emojiAt(text, at);
    named += emoji === null ? text.charAt(at) : emojiTable().nameOf.get(emoji);
    at += emoji?.length ?? 1;
  }
  return named;
}

/** The longest emoji that begins at an offset. */
function emojiAt(text: string, at: number): string | null {
  const isKeycap = text.charCodeAt(at + 1) === 0xfe0f;
  if (text.charCodeAt(at) < 0xa9 && !isKeycap) return null;
  const { nameOf, longest } = emojiTable();
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const emoji = text.slice(at, at + length);
    if (nameOf.has(emoji)) return emoji;
  }
  return null;
}
