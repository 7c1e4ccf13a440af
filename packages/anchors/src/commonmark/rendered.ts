import type { MarkdownIt } from 'markdown-it';
import { Parser } from 'htmlparser2';
import type { Anchor } from '../anchor.ts';
import { idsOf as idsOfTag } from '../html/ids.ts';
import type { Token } from './token.ts';

/** A heading of a rendered page. */
export interface RenderedHeading {
  readonly level: number;
  /** Its text content. */
  readonly text: string;
  /** The same, with what stands in comments. */
  readonly withComments: string;
  /** Whether nothing at all stands in it. */
  readonly empty: boolean;
  /** The id that it has by itself; null for none. */
  readonly own: string | null;
}

/** Whether raw HTML makes headings: only then is it worth rendering the page. */
export const hasRawHeadings = (text: string): boolean => /<h[1-6][\s>]/i.test(text);

/**
 * The ids of a page for generators that give them to the headings of the rendered HTML, raw ones included. `idsOf` is asked in
 * document order; what it answers stands on the heading.
 */
export function renderedAnchors(
  parser: MarkdownIt,
  text: string,
  idsOf: (heading: RenderedHeading) => readonly string[],
): readonly Anchor[] {
  const slots: (Anchor | OpenHeading)[] = [];
  let line = 1;
  let heading: OpenHeading | null = null;
  const reader = new Parser({
    oncomment(data) {
      const found = /^mxg-line (\d+)$/.exec(data);
      if (found !== null) line = Number(found[1]);
      else if (heading !== null)
        Object.assign(heading, { empty: false, withComments: `${heading.withComments} ${data} ` });
    },
    onopentag(tag, attributes) {
      const level = /^h[1-6]$/.test(tag) ? Number(tag.slice(1)) : null;
      if (level !== null) {
        heading = { level, line, tag, own: attributes['id'] ?? null, text: '', withComments: '', empty: true };
        slots.push(heading);
        return;
      }
      if (heading !== null) heading.empty = false;
      for (const id of idsOfTag(tag, attributes)) slots.push({ id, text: '', level: null, line });
    },
    ontext(data) {
      if (heading === null || data === '') return;
      heading.text += data;
      heading.withComments += data;
      heading.empty = false;
    },
    onclosetag(tag) {
      if (heading?.tag === tag) heading = null;
    },
  });
  reader.end(withLines(parser, text));
  return slots.flatMap((slot): readonly Anchor[] => {
    if (!('tag' in slot)) return [slot];
    const ids = idsOf(slot).filter((id) => id !== '');
    return ids.map((id) => ({ id, text: slot.text.trim(), level: slot.level, line: slot.line }));
  });
}

/** A heading whose text is still to come. */
interface OpenHeading {
  readonly level: number;
  readonly line: number;
  readonly tag: string;
  readonly own: string | null;
  text: string;
  withComments: string;
  empty: boolean;
}

/** The page as HTML, with a comment before each block that says its line. */
function withLines(parser: MarkdownIt, text: string): string {
  const env = {};
  const tokens = parser.parse(text.replace(/^\ufeff/, ''), env);
  const placed = tokens.flatMap((token) =>
    token.map === null || token.nesting < 0 || token.type === 'inline' ? [token] : [mark(token), token],
  );
  return parser.renderer.render(placed, parser.options, env);
}

function mark(token: Token): Token {
  const comment = Object.create(Object.getPrototypeOf(token) as object) as Token;
  return Object.assign(comment, {
    ...token,
    type: 'html_block',
    nesting: 0,
    content: `<!--mxg-line ${(token.map?.[0] ?? 0) + 1}-->`,
    children: null,
  });
}
