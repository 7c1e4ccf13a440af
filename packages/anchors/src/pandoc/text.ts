import type { Token } from '../commonmark/token.ts';
import { smartPunctuation } from '../mdbook/smart-punctuation.ts';
import { emojiNamed } from './emoji.ts';

/** What pandoc makes ids of, and what a reader sees. */
export interface PandocText {
  readonly plain: string;
  readonly shown: string;
}

/** Dashes and dots as `smart` has them. */
const smart = (text: string): string => text.replace(/---/g, '—').replace(/--/g, '–').replace(/\.{3}/g, '…');

/** The text of inline tokens; notes and raw text of other formats are left out. */
export function textOf(tokens: readonly Token[], isSmart: boolean): PandocText {
  const parts = tokens.map((token) => partOf(token, isSmart));
  return { plain: parts.map(({ plain }) => plain).join(''), shown: parts.map(({ shown }) => shown).join('') };
}

/** White space between words is but one space. */
function plainText(content: string, isSmart: boolean): PandocText {
  const text = content.replace(/[ \t]+/g, ' ');
  return isSmart ? { plain: smart(text), shown: smartPunctuation(text) } : same(text);
}

const same = (text: string): PandocText => ({ plain: text, shown: text });

function partOf({ type, content, children }: Token, isSmart: boolean): PandocText {
  switch (type) {
    case 'text':
      return plainText(content, isSmart);
    case 'code_inline':
    case 'text_special':
    case 'math_inline':
      return same(content);
    case 'softbreak':
    case 'hardbreak':
      return same(' ');
    case 'image':
      return { plain: textOf(children ?? [], isSmart).plain, shown: '' };
    case 'emoji':
      return { plain: content, shown: emojiNamed(content) ?? '' };
    default:
      return type === 'html_inline' && content.startsWith('<br') ? same(' ') : same('');
  }
}
