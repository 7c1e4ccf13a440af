import type { MarkdownIt } from 'markdown-it';
import type { Anchor } from '../anchor.ts';
import { idsInHtml } from '../html/ids.ts';
import { footnotesOf, type Footnote } from './footnotes.ts';
import { idsOfTokens, inlineTokens, isPlain, mayHoldIds } from './inline.ts';
import { blocksOf, type Piece } from './pieces.ts';
import type { Env, Token } from './token.ts';

/** A heading that asks for its id. */
export interface HeadingSource {
  readonly level: number;
  /** Its Markdown. */
  readonly source: string;
  /** Its inline tokens; empty when the source is its own text (`isPlain`). */
  readonly tokens: readonly Token[];
}

/** What a heading gets; `id` null for none. */
export interface HeadingId {
  readonly id: string | null;
  /** As a reader sees it. */
  readonly text: string;
}

/** The ids that footnotes bring. */
export interface FootnoteIds {
  /** Of a reference; `nth` counts those to the same footnote from 1. */
  readonly reference: (footnote: Footnote, nth: number) => string;
  readonly definition: (footnote: Footnote) => string;
  /** Ids before all definitions, such as that of a heading for screen readers. */
  readonly section: readonly Pick<Anchor, 'id' | 'text' | 'level'>[];
}

/** How a generator gives ids to the pages of a dialect of CommonMark. */
export interface PageRules {
  readonly parser: MarkdownIt;
  /** Made anew for every page, for ids are told apart within one. */
  readonly headings: () => (heading: HeadingSource) => HeadingId;
  /** Whether raw HTML is in the built page. */
  readonly rawHtml: boolean;
  /** Null when the dialect has none, or they get no ids. */
  readonly footnotes: FootnoteIds | null;
}

/** A page on its way. Footnotes are read where they are defined, and shown at the end. */
interface Reading {
  readonly rules: PageRules;
  readonly env: Env;
  readonly heading: (heading: HeadingSource) => HeadingId;
}

/** The ids of a page, in the order of the built page. Front matter must be blanked before. */
export function pageAnchors(text: string, rules: PageRules): readonly Anchor[] {
  const { pieces, env } = blocksOf(rules.parser, text);
  const reading: Reading = { rules, env, heading: rules.headings() };
  const { shown, notes } = parted(pieces);
  const anchors = shown.flatMap((piece) => anchorsOf(piece, reading));
  return notes.size === 0 || rules.footnotes === null
    ? anchors
    : [...anchors, ...endNotes(notes, reading, rules.footnotes)];
}

type Shown = Exclude<Piece, { readonly kind: 'block' }>;

interface Note {
  readonly line: number;
  readonly pieces: Shown[];
}

/** The pieces of the text, and those of each footnote. */
function parted(pieces: readonly Piece[]): {
  readonly shown: readonly Shown[];
  readonly notes: ReadonlyMap<Footnote, Note>;
} {
  const shown: Shown[] = [];
  const notes = new Map<Footnote, Note>();
  const open: Shown[][] = [shown];
  for (const piece of pieces) {
    if (piece.kind !== 'block') open.at(-1)?.push(piece);
    else if (piece.token.type === 'footnote_open') {
      const note: Note = { line: piece.line, pieces: [] };
      notes.set((piece.token.meta as { readonly footnote: Footnote }).footnote, note);
      open.push(note.pieces);
    } else if (piece.token.type === 'footnote_close') open.pop();
  }
  return { shown, notes };
}

/** Footnotes that are referred to, by their numbers; those that only footnotes refer to come last. */
function endNotes(notes: ReadonlyMap<Footnote, Note>, reading: Reading, ids: FootnoteIds): readonly Anchor[] {
  const anchors: Anchor[] = [];
  const done = new Set<Footnote>();
  for (;;) {
    const open = [...notes.keys()]
      .filter((note) => note.number > 0 && !done.has(note))
      .sort((a, b) => a.number - b.number);
    const [next] = open;
    const note = next && notes.get(next);
    if (next === undefined || note === undefined) return anchors;
    if (done.size === 0) anchors.push(...ids.section.map((each) => ({ ...each, line: note.line })));
    done.add(next);
    anchors.push({ id: ids.definition(next), text: '', level: null, line: note.line });
    for (const piece of note.pieces) anchors.push(...anchorsOf(piece, reading));
  }
}

function anchorsOf(piece: Shown, reading: Reading): readonly Anchor[] {
  if (piece.kind === 'heading') return headingAnchors(piece, reading);
  if (piece.kind === 'html') return reading.rules.rawHtml ? htmlAnchors(piece.html, piece.line) : [];
  const { rules, env } = reading;
  const refers = rules.footnotes !== null && piece.source.includes('[^') && footnotesOf(env).size > 0;
  if (!refers && !(rules.rawHtml && mayHoldIds(piece.source))) return [];
  return inlineAnchors(inlineTokens(rules.parser, piece.source, env), piece.line, rules);
}

function headingAnchors(
  { level, line, source }: Extract<Piece, { kind: 'heading' }>,
  { rules, env, heading }: Reading,
): readonly Anchor[] {
  const tokens = isPlain(source) ? [] : inlineTokens(rules.parser, source, env);
  const { id, text } = heading({ level, source, tokens });
  const own = id === null || id === '' ? [] : [{ id, text, level, line }];
  return [...own, ...inlineAnchors(tokens, line, rules)];
}

/** The ids in a block of raw HTML. */
export function htmlAnchors(html: string, line: number): readonly Anchor[] {
  if (!mayHoldIds(html)) return [];
  let lines = line;
  let from = 0;
  return idsInHtml(html).map(({ id, offset }) => {
    lines += html.slice(from, offset).split('\n').length - 1;
    from = offset;
    return { id, text: '', level: null, line: lines };
  });
}

/** The ids of raw tags and of references to footnotes in inline text. */
function inlineAnchors(tokens: readonly Token[], line: number, { rawHtml, footnotes }: PageRules): readonly Anchor[] {
  let below = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') below++;
    const ids =
      token.type === 'html_inline' && rawHtml
        ? idsOfTokens([token]).map(({ id }) => id)
        : referenceIds(token, footnotes);
    return ids.map((id) => ({ id, text: '', level: null, line: line + below }));
  });
}

function referenceIds({ type, meta }: Token, ids: FootnoteIds | null): readonly string[] {
  if (type !== 'footnote_ref' || ids === null) return [];
  const { footnote, nth } = meta as { readonly footnote: Footnote; readonly nth: number };
  return [ids.reference(footnote, nth)];
}
