import type { Diagnostic } from '@mxg/model';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { boundedAcorn } from './bounded-acorn.ts';

/** A page as a tree, or why MDX refuses it. */
export type Parsed = { readonly root: Root } | { readonly problem: Diagnostic };

/** What a site adds to Markdown. */
export interface MdxDialect {
  /** JSX and expressions; without them raw HTML stays. */
  readonly mdx: boolean;
  /** `:name[label]{attributes}` and its containers. */
  readonly directives: boolean;
}

/** MDX is read at half a megabyte a second: no page that people write takes as long as this. In UTF-16 code units. */
const LONGEST = 1_000_000;

/** What `micromark-extension-mdxjs` 3 gives its own parser. */
const ACORN = { ecmaVersion: 2024, sourceType: 'module' } as const;

/** Parses Markdown as remark does, with GFM. Front matter must be blanked before. Never throws. */
export function parse(text: string, { mdx, directives }: MdxDialect): Parsed {
  if (text.length > LONGEST) return { problem: tooLong(text.length) };
  try {
    const processor = unified().use(remarkParse).use(remarkGfm);
    if (mdx) processor.use(remarkMdx, { acorn: boundedAcorn(), acornOptions: ACORN });
    if (directives) processor.use(remarkDirective);
    return { root: processor.parse(text) as Root };
  } catch (error) {
    return { problem: refused(error, text) };
  }
}

const tooLong = (length: number): Diagnostic => ({
  code: 'page/too-large',
  severity: 'warning',
  message: `the page has ${length} characters of MDX, more than ${LONGEST}: its headings are not read`,
  hint: 'split the page',
  span: null,
  exact: false,
});

/** What the parser says of a place: `VFileMessage`. */
interface Message {
  readonly reason?: string;
  readonly place?: { readonly offset?: number; readonly start?: { readonly offset?: number } };
}

function refused(error: unknown, text: string): Diagnostic {
  const { reason, place } = error as Message;
  const offset = place?.offset ?? place?.start?.offset ?? placeInWords(reason ?? '', text);
  const said = reason ?? (error instanceof Error ? wordsOf(error) : String(error));
  return {
    code: 'page/no-mdx',
    severity: 'error',
    message: `the page is no MDX: ${said.charAt(0).toLowerCase()}${said.slice(1).split('\n', 1)[0]}`,
    hint: 'write `\\{` and `&lt;` for braces and signs that are text',
    span: offset === null ? null : { start: offset, end: Math.min(offset + 1, text.length) },
    exact: offset !== null,
  };
}

/** The engine's own words for a stack that is full say nothing of the page. */
const wordsOf = ({ message }: Error): string => (/call stack/i.test(message) ? 'it is nested too deeply' : message);

/** Of a tag that is never closed the message alone tells the place: `(3:1-3:4)`. */
function placeInWords(reason: string, text: string): number | null {
  const [, line, column] = /\((\d{1,9}):(\d{1,9})-/.exec(reason) ?? [];
  if (line === undefined) return null;
  const before = text.split('\n', Number(line) - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return Math.min(before + Number(column) - 1, text.length);
}
