import type { Anchor } from '../anchor.ts';
import { idsOfTokens } from './inline.ts';
import type { HeadingId } from './page-anchors.ts';
import { htmlAnchors } from './page-anchors.ts';
import type { Token } from './token.ts';

/** A heading among the tokens of a page that was parsed whole. */
export interface TokenHeading {
  readonly level: number;
  /** What a plugin wrote on it; null for none. */
  readonly own: string | null;
  readonly tokens: readonly Token[];
}

/** The ids of a page's tokens: of headings as `idOf` says, of raw HTML, and those that plugins wrote on any token. */
export function tokenAnchors(tokens: readonly Token[], idOf: (heading: TokenHeading) => HeadingId): readonly Anchor[] {
  let line = 1;
  return tokens.flatMap((token, i): readonly Anchor[] => {
    if (token.map !== null) line = token.map[0] + 1;
    const { type, children, content } = token;
    if (type === 'heading_open') return headingAnchors(token, tokens[i + 1]?.children ?? [], { line, idOf });
    if (type === 'html_block') return htmlAnchors(content, line);
    // of a fence the renderer keeps the language alone
    const own = type === 'fence' ? null : idOn(token);
    const inner = children === null ? [] : inlineAnchors(children, line);
    return own === null || own === '' ? inner : [{ id: own, text: '', level: null, line }, ...inner];
  });
}

/** What a plugin wrote on a token. */
function idOn(token: Token): string | null {
  const id = token.attrGet('id');
  return id === null ? null : String(id);
}

interface Place {
  readonly line: number;
  readonly idOf: (heading: TokenHeading) => HeadingId;
}

function headingAnchors(open: Token, tokens: readonly Token[], { line, idOf }: Place): readonly Anchor[] {
  const level = Number(open.tag.slice(1));
  const { id, text } = idOf({ level, own: idOn(open), tokens });
  return id === null || id === '' ? [] : [{ id, text, level, line }];
}

/** Ids of raw tags, and those that plugins wrote on links, images and the like. */
function inlineAnchors(tokens: readonly Token[], line: number): readonly Anchor[] {
  let below = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') below++;
    const own = idOn(token);
    const ids = token.type === 'html_inline' ? idsOfTokens([token]).map(({ id }) => id) : own === null ? [] : [own];
    return ids.map((id) => ({ id, text: '', level: null, line: line + below }));
  });
}
