import type { MarkdownIt } from 'markdown-it';
import type { Env, Token } from './token.ts';

/** What a page holds that may have an id, in document order. */
export type Piece =
  | {
      readonly kind: 'heading';
      readonly level: number;
      /** From 1. */
      readonly line: number;
      /** Its Markdown, without the marks that make it a heading; not yet parsed. */
      readonly source: string;
    }
  /** The inline text of anything else: a paragraph, a table's cell. */
  | { readonly kind: 'text'; readonly line: number; readonly source: string }
  /** A block of raw HTML. */
  | { readonly kind: 'html'; readonly line: number; readonly html: string }
  /** Any other token of a block: where it opens, where it closes. */
  | { readonly kind: 'block'; readonly line: number; readonly token: Token };

/** A page's blocks, and what its inline text refers to. */
export interface Blocks {
  readonly pieces: readonly Piece[];
  /** Link definitions and the like; to be handed to `inlineTokens`. */
  readonly env: Env;
}

/** Reads the blocks of a page; inline text is left as it is, for most of it is never asked for. Front matter must be blanked before. */
export function blocksOf(parser: MarkdownIt, text: string): Blocks {
  const env: Env = {};
  const tokens: Token[] = [];
  parser.block.parse(normalized(text), parser, env, tokens);
  return { pieces: [...pieces(tokens)], env };
}

/** As CommonMark wants it: one kind of line end, no NUL, no byte order mark. */
const normalized = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '\ufffd');

function* pieces(tokens: readonly Token[]): Generator<Piece> {
  let line = 1;
  let level: number | null = null;
  for (const token of tokens) {
    if (token.map !== null) line = token.map[0] + 1;
    const { type, content } = token;
    if (type === 'inline' && level !== null) yield { kind: 'heading', level, line, source: content };
    else if (type === 'inline') yield { kind: 'text', line, source: content };
    else if (type === 'html_block') yield { kind: 'html', line, html: content };
    else yield { kind: 'block', line, token };
    level = type === 'heading_open' ? Number(token.tag.slice(1)) : null;
  }
}
