import type { Anchor } from '../anchor.ts';
import type { Footnote } from '../commonmark/footnotes.ts';
import { idsOfTokens, inlineTokens, isPlain, mayHoldIds } from '../commonmark/inline.ts';
import { blocksOf, type Piece } from '../commonmark/pieces.ts';
import type { Env, Token } from '../commonmark/token.ts';
import { idsInHtml } from '../html/ids.ts';
import type { PageReader } from '../page.ts';
import { trailingAttributes } from './attributes.ts';
import type { PandocDialect } from './dialect.ts';
import { bareDraft, type Draft } from './draft.ts';
import { listingAnchors } from './listing.ts';
import { withNotes, type Note } from './notes.ts';
import { textOf } from './text.ts';

/** A page on its way. */
interface Page {
  readonly dialect: PandocDialect;
  readonly env: Env;
  /** Anchors of the text, under null, and of each footnote. */
  readonly homes: Map<Footnote | null, Draft[]>;
  /** References to notes, in order. */
  readonly notes: Note[];
  /** Where anchors go that are met. */
  home: Footnote | null;
  /** Attributes that wait for the block below them. */
  pending: string | null;
  /** Listings without an id of their own so far. */
  listings: number;
}

/** Reads pages of one of pandoc's formats. */
export const pandocPages =
  (dialect: PandocDialect): PageReader =>
  ({ text }) => {
    const { pieces, env } = blocksOf(dialect.parser, dialect.withoutMetadata(text));
    const page: Page = {
      dialect,
      env,
      homes: new Map([[null, []]]),
      notes: [],
      home: null,
      pending: null,
      listings: 0,
    };
    for (const piece of pieces) readPiece(page, piece);
    return { value: identified(dialect, withNotes(page.homes, page.notes)), diagnostics: [] };
  };

function readPiece(page: Page, piece: Piece): void {
  const { line } = piece;
  if (piece.kind === 'heading') heading(page, piece.source, { line, level: piece.level });
  else if (piece.kind === 'html') html(page, piece.html, line);
  else if (piece.kind === 'text') inline(page, piece.source, line);
  else block(page, piece.token, line);
}

function add({ homes, home }: Page, ...drafts: readonly Draft[]): void {
  const known = homes.get(home);
  if (known === undefined) homes.set(home, [...drafts]);
  else for (const draft of drafts) known.push(draft);
}

function html(page: Page, source: string, line: number): void {
  for (const { id, offset } of idsInHtml(source))
    add(page, bareDraft(id, line + source.slice(0, offset).split('\n').length - 1));
}

/** Blocks that attributes above them belong to. */
const TAKES_ATTRIBUTES = /^(?:paragraph|bullet_list|ordered_list|blockquote|table|dl)_open$|^hr$|^fence$|^code_block$/;

function block(page: Page, token: Token, line: number): void {
  const { type, content } = token;
  if (type === 'footnote_open') page.home = (token.meta as { readonly footnote: Footnote }).footnote;
  if (type === 'footnote_close') page.home = null;
  if (type === 'attributes_block') page.pending ??= content;
  if (type === 'div_open' && content !== '') add(page, bareDraft(content, line));
  const given = TAKES_ATTRIBUTES.test(type) ? takePending(page) : '';
  if (type === 'fence' || type === 'code_block') listing(page, token, { given, line });
  else if (given !== '') add(page, bareDraft(given, line));
}

function takePending(page: Page): string {
  const { pending } = page;
  page.pending = null;
  return pending ?? '';
}

function listing(page: Page, token: Token, { given, line }: { given: string; line: number }): void {
  if (page.dialect.headingAttributes !== 'none' && token.type === 'fence' && /^\{=html\}$/.test(token.info.trim())) {
    html(page, token.content, line + 1);
    return;
  }
  const hasAttributes = page.dialect.headingAttributes !== 'none';
  const { anchors, isNumbered } = listingAnchors(token, { given, hasAttributes, number: page.listings + 1 });
  if (isNumbered) page.listings++;
  for (const { id, below } of anchors) add(page, bareDraft(id, line + below));
}

const MAY_MATTER = /\{|\[\^|\^\[/;

function inline(page: Page, source: string, line: number): void {
  if (!MAY_MATTER.test(source) && !mayHoldIds(source)) return;
  inlineAnchors(page, inlineTokens(page.dialect.parser, source, page.env), line);
}

function inlineAnchors(page: Page, tokens: readonly Token[], line: number): void {
  let at = line;
  for (const token of tokens) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') at++;
    if (token.type === 'attributes' && token.content !== '') add(page, bareDraft(token.content, at));
    if (token.type === 'html_inline') for (const { id } of idsOfTokens([token])) add(page, bareDraft(id, at));
    if (token.type === 'footnote_ref' || token.type === 'inline_note') noteReference(page, token, at);
  }
}

function noteReference(page: Page, { type, meta }: Token, line: number): void {
  const footnote = type === 'footnote_ref' ? (meta as { readonly footnote: Footnote }).footnote : null;
  page.notes.push({ footnote, line });
  add(page, bareDraft(`fnref${page.notes.length}`, line));
}

function heading(page: Page, source: string, { line, level }: { line: number; level: number }): void {
  const { dialect } = page;
  const given = takePending(page);
  const attributed = dialect.headingAttributes === 'none' ? null : trailingAttributes(source);
  const trailing =
    (attributed?.before === '' || attributed?.isApart === false) && dialect.headingAttributes !== 'always'
      ? null
      : attributed;
  const rest = trailing?.before ?? source;
  const id = given || (trailing?.attributes.ids.at(dialect.headingAttributes === 'always' ? -1 : 0) ?? null);
  if (isPlain(rest)) {
    add(page, draft(page, { id, slug: dialect.slug(rest), text: rest, level, line }));
    return;
  }
  const tokens = inlineTokens(dialect.parser, rest, page.env);
  const { plain, shown } = textOf(tokens, dialect.smart);
  const named =
    dialect.referencesAreText && rest.includes('[')
      ? textOf(inlineTokens(dialect.parser, rest, {}), dialect.smart).plain
      : plain;
  add(page, draft(page, { id, slug: dialect.slug(named), text: shown, level, line }));
  inlineAnchors(page, tokens, line);
}

/** In CommonMark's dialects the headings of footnotes have only the ids that the page gives them. */
const draft = ({ dialect, home }: Page, made: Draft): Draft =>
  made.id === null && home !== null && !dialect.headingsInNotes ? { ...made, id: '' } : made;

function identified(dialect: PandocDialect, drafts: readonly Draft[]): readonly Anchor[] {
  const identifiers = dialect.identifiers();
  if (dialect.notesFirst) for (const { id, level } of drafts) if (level !== null && id !== null) identifiers.note(id);
  const made = drafts.map(({ id, slug, text, level, line }): Anchor => {
    if (id !== null && level !== null && !dialect.notesFirst) identifiers.note(id);
    return { id: id ?? identifiers.make(slug), text, level, line };
  });
  return made.filter(({ id }) => id !== '');
}
