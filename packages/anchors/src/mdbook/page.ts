import type { Anchor } from '../anchor.ts';
import { footnotes, footnotesOf, type Footnote } from '../commonmark/footnotes.ts';
import { idsOfTokens, inlineTokens, isPlain, mayHoldIds, textOfTokens } from '../commonmark/inline.ts';
import { commonMark } from '../commonmark/parser.ts';
import { blocksOf, type Piece } from '../commonmark/pieces.ts';
import type { Env, Token } from '../commonmark/token.ts';
import { idsInHtml } from '../html/ids.ts';
import type { PageReader } from '../page.ts';
import { definitionLists } from './definition-list.ts';
import { headingAttributes } from './heading-attributes.ts';
import { idOfText, uniqueIds, type UniqueIds } from './slug.ts';
import { smartPunctuation } from './smart-punctuation.ts';

/** A page of mdBook on its way: footnotes are read where they are defined, and shown at the end. */
interface Page {
  readonly lines: () => readonly string[];
  readonly env: Env;
  readonly ids: UniqueIds;
  /** Anchors of the text, under null, and of each footnote. */
  readonly shown: Map<Footnote | null, Anchor[]>;
}

const parser = commonMark({ plugins: [footnotes, definitionLists] });

/** Reads pages of mdBook 0.5 (pulldown-cmark 0.13 with tables, footnotes, heading attributes, definition lists). */
export const mdbookPage: PageReader = ({ text }) => {
  const { pieces, env } = blocksOf(parser, text);
  const page: Page = { lines: lazyLines(text), env, ids: uniqueIds(), shown: new Map([[null, []]]) };
  readPieces(page, pieces);
  return { value: inOrder(page), diagnostics: [] };
};

function readPieces(page: Page, pieces: readonly Piece[]): void {
  const open: Footnote[] = [];
  let inTerm = false;
  for (const piece of pieces) {
    if (piece.kind === 'block') {
      inTerm = piece.token.type === 'dt_open';
      if (piece.token.type === 'footnote_open') open.push(footnoteOf(piece.token));
      if (piece.token.type === 'footnote_close') open.pop();
      continue;
    }
    const home = open.at(-1) ?? null;
    const shown = page.shown.get(home) ?? [];
    page.shown.set(home, shown);
    shown.push(...anchorsOf(page, piece, inTerm));
  }
}

const footnoteOf = ({ meta }: Token): Footnote => (meta as { readonly footnote: Footnote }).footnote;

function anchorsOf(page: Page, piece: Exclude<Piece, { kind: 'block' }>, inTerm: boolean): readonly Anchor[] {
  const { line } = piece;
  if (piece.kind === 'html') {
    const above = (offset: number): number => piece.html.slice(0, offset).split('\n').length - 1;
    return idsInHtml(piece.html).map(({ id, offset }) => ({ id, text: '', level: null, line: line + above(offset) }));
  }
  if (piece.kind === 'heading') return heading(page, piece.source, { line, level: piece.level });
  if (inTerm) return named(page, piece.source, { line, level: null, explicit: null });
  return mayHoldIds(piece.source) || piece.source.includes('[^')
    ? inlineAnchors(tokensOf(page, piece.source), line)
    : [];
}

/** Where a heading or term stands, and the id that it brings. */
interface Place {
  readonly line: number;
  readonly level: number | null;
  readonly explicit: string | null;
}

function heading(page: Page, source: string, { line, level }: { line: number; level: number }): readonly Anchor[] {
  if (!source.includes('{') || hasClosingMarks(page, source, line))
    return named(page, source, { line, level, explicit: null });
  const attributed = headingAttributes(source);
  const isWhole = attributed.source === source || source.includes('\n');
  const rest = isWhole ? attributed.source : attributed.source.replace(/ #+$/, '').trimEnd();
  return named(page, rest, { line, level, explicit: attributed.id });
}

/** Whether a heading's line ends with marks that were cut off its source; braces before them are no attributes. */
const hasClosingMarks = (page: Page, source: string, line: number): boolean =>
  source.endsWith('}') && !source.includes('\n') && (page.lines()[line - 1]?.trimEnd().endsWith('#') ?? false);

/** A page's lines; few pages need them. */
function lazyLines(text: string): () => readonly string[] {
  let lines: readonly string[] | null = null;
  return () => (lines ??= text.split(/\r\n|\n|\r/));
}

function named(page: Page, source: string, { line, level, explicit }: Place): readonly Anchor[] {
  if (isPlain(source)) return anchorOf(explicit ?? page.ids.unique(idOfText(source)), { text: source, level, line });
  const tokens = tokensOf(page, source);
  const text = textOf(tokens);
  const id = explicit ?? page.ids.unique(idOfText(text));
  return [...anchorOf(id, { text, level, line }), ...inlineAnchors(tokens, line)];
}

const anchorOf = (id: string, rest: Omit<Anchor, 'id'>): readonly Anchor[] => (id === '' ? [] : [{ id, ...rest }]);

const tokensOf = (page: Page, source: string): readonly Token[] => inlineTokens(parser, source, page.env);

/** Code and escaped characters stay as they are; the rest becomes typographic. */
function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => {
      if (token.type === 'footnote_ref') return String(footnoteOf(token).number);
      const text = textOfTokens([token], { imageAlt: false, lineBreak: token.type === 'hardbreak' ? '' : '\n' });
      return token.type === 'text' ? smartPunctuation(text) : text;
    })
    .join('');
}

/** The ids of raw tags and of footnote references among inline tokens. */
function inlineAnchors(tokens: readonly Token[], line: number): readonly Anchor[] {
  let at = line;
  return tokens.flatMap((token): readonly Anchor[] => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') at++;
    if (token.type !== 'footnote_ref')
      return idsOfTokens([token]).map(({ id }) => ({ id, text: '', level: null, line: at }));
    const { nth } = token.meta as { readonly nth: number };
    return [{ id: `fr-${footnoteOf(token).label}-${nth}`, text: '', level: null, line: at }];
  });
}

/** The text, then the footnotes that it refers to, in the order of first references. */
function inOrder({ env, shown }: Page): readonly Anchor[] {
  const used = [...footnotesOf(env).values()]
    .filter(({ number }) => number > 0)
    .toSorted((a, b) => a.number - b.number);
  const notes = used.flatMap((footnote) => [
    { id: `footnote-${footnote.label}`, text: '', level: null, line: shown.get(footnote)?.[0]?.line ?? 1 },
    ...(shown.get(footnote) ?? []),
  ]);
  return [...(shown.get(null) ?? []), ...notes];
}
