import type { MarkdownIt } from 'markdown-it';
import { idsInHtml } from '../html/ids.ts';
import type { Env, Token } from './token.ts';

/** Parses inline Markdown. `env` is that of the page's blocks. */
export function inlineTokens(parser: MarkdownIt, source: string, env: Env): readonly Token[] {
  const tokens: Token[] = [];
  parser.inline.parse(source, parser, env, tokens);
  return tokens;
}

/** What may mean something else than itself in any dialect. */
const MARKUP = /[^\p{L}\p{N} ,.;?/()+-]/u;

/** Whether inline Markdown is its own rendered text, whatever the dialect (`--`, `...` and quotes are no such text: they may be made typographic). */
export const isPlain = (source: string): boolean =>
  !MARKUP.test(source) && !/--|\.\.|\+-|\(\w{1,2}\)| {2}/.test(source);

/** How the text of inline tokens is made. */
export interface TextRules {
  /** Whether the alternative text of images counts. */
  readonly imageAlt: boolean;
  /** What a line break becomes. */
  readonly lineBreak: string;
  /** Whether the number of a footnote counts where it is referred to. */
  readonly footnoteNumbers?: boolean;
}

/** The text of inline tokens as a browser shows it; raw tags are left out, what stands between them stays. */
export function textOfTokens(tokens: readonly Token[], rules: TextRules): string {
  return tokens.map((token) => textOfToken(token, rules)).join('');
}

function textOfToken({ type, content, children, meta }: Token, rules: TextRules): string {
  if (type === 'footnote_ref' && rules.footnoteNumbers === true)
    return String((meta as { readonly footnote: { readonly number: number } }).footnote.number);
  if (type === 'softbreak' || type === 'hardbreak') return rules.lineBreak;
  if (type === 'image') return rules.imageAlt ? textOfTokens(children ?? [], rules) : '';
  return type === 'text' || type === 'text_special' || type === 'code_inline' ? content : '';
}

/** An attribute that makes an id, somewhere in a text that holds tags. */
const ID_ATTRIBUTE = /\b(?:id|name)\s*=/i;

/** Whether a text may hold a raw tag with an id: cheap, and never wrong where the answer is no. */
export const mayHoldIds = (source: string): boolean => source.includes('<') && ID_ATTRIBUTE.test(source);

/** An id of a raw tag in inline text. */
export interface InlineId {
  readonly id: string;
  /** Lines below the first line of the text. */
  readonly below: number;
}

/** The ids of raw tags among inline tokens, in order. */
export function idsOfTokens(tokens: readonly Token[]): readonly InlineId[] {
  let below = 0;
  return tokens.flatMap(({ type, content }) => {
    if (type === 'softbreak' || type === 'hardbreak') below++;
    if (type !== 'html_inline') return [];
    const found = idsInHtml(content).map(({ id }) => ({ id, below }));
    below += content.split('\n').length - 1;
    return found;
  });
}
