import type { MarkdownIt } from 'markdown-it';
import { idsOfTokens, isPlain } from '../commonmark/inline.ts';
import type { Env, Token } from '../commonmark/token.ts';
import { nameElement, type RstDocument } from '../docutils/document.ts';
import { element, type Element } from '../docutils/element.ts';
import { normalizedName } from '../docutils/identifier.ts';
import { isRole, readRole } from '../docutils/roles.ts';
import { smartPunctuation } from '../mdbook/smart-punctuation.ts';

/** What inline Markdown is read with. */
export interface MystText {
  readonly document: RstDocument;
  readonly parser: MarkdownIt;
  readonly env: Env;
  readonly extensions: readonly string[];
}

/** Text as docutils makes names of it, and as a reader sees it. */
export interface ShownText {
  readonly name: string;
  readonly shown: string;
}

/** Reads inline Markdown; what has ids goes into `parent`. */
export function readText(context: MystText, source: string, parent: Element): ShownText {
  if (isPlain(source)) return { name: source, shown: source };
  const tokens = context.parser.parseInline(source, context.env)[0]?.children ?? [];
  let line = parent.line;
  const parts = tokens.map((token) => {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    return readToken(context, token, { ...parent, line });
  });
  return { name: parts.map(({ name }) => name).join(''), shown: parts.map(({ shown }) => shown).join('') };
}

const same = (text: string): ShownText => ({ name: text, shown: text });

function readToken(context: MystText, token: Token, parent: Element): ShownText {
  const { type, content, info } = token;
  switch (type) {
    case 'text':
      return { name: content, shown: smartPunctuation(content) };
    case 'code_inline':
    case 'text_special':
    case 'math_inline':
      return same(content);
    case 'softbreak':
      return same('\n');
    case 'myst_role':
      return same(
        isRole(context.document, info) ? readRole(context.document, info, { text: content, raw: content }, parent) : '',
      );
    case 'footnote_ref':
      return footnoteReference(context.document, content, parent);
    case 'attributes':
      if (content !== '') nameElement(context.document, added(parent), normalizedName(content), true);
      return same('');
    default:
      if (type === 'html_inline') htmlInline(context, token, parent);
      return same('');
  }
}

function added(parent: Element): Element {
  const inside = element('inline', parent.line);
  parent.children.push(inside);
  return inside;
}

/** Footnotes whose label is a number have it in the text already. */
function footnoteReference(document: RstDocument, label: string, parent: Element): ShownText {
  const at = added(parent);
  at.ids.push(document.ids.next());
  document.references.push({ at, name: label, kind: 'footnote' });
  return { name: /^\d+$/.test(label) ? label : '', shown: `[^${label}]` };
}

function htmlInline({ extensions }: MystText, token: Token, parent: Element): void {
  if (extensions.includes('html_image') && /^<img\b/i.test(token.content)) return;
  for (const { id } of idsOfTokens([token])) added(parent).ids.push(id);
}
