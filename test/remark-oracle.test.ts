import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Heading, Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { globSync } from 'tinyglobby';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { generators, type PageReader } from '../packages/anchors/src/index.ts';
import { hasShared, sharedPath } from './support/shared.ts';

/** markdown-it finds the headings of most dialects, a hundred times as fast as remark: the two must agree on where they are. */
const processor = unified().use(remarkParse).use(remarkGfm);
const generator = generators.find(({ name }) => name === 'github');
const read = (await generator?.reader({ frontMatter: false })) as PageReader;

const byRemark = (text: string): readonly string[] =>
  headingsIn(processor.parse(text))
    .filter(({ children }) => children.length > 0)
    .map(({ depth, position }) => `${depth} in line ${position?.start.line}`);

function headingsIn(node: Nodes): readonly Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap(headingsIn) : [];
}

/** Headings without a letter have no id, and are not told. */
const byUs = (text: string): readonly string[] =>
  read({ path: 'a.md', text })
    .value.filter(({ level }) => level !== null)
    .map(({ level, line }) => `${level} in line ${line}`);

/** Raw headings have ids, too, but remark does not see them. */
const isComparable = (text: string): boolean => !/<h[1-6]/i.test(text);

describe('remark and the parser of pages', () => {
  const PIECES = [
    '# a',
    '## b ##',
    '#c',
    'd\n===',
    'e\n---',
    '- f',
    '  # g',
    '    # h',
    '\t# i',
    '> # j',
    '> k\n# l',
    '```\n# m\n```',
    '```',
    '~~~ x',
    '1. n\n   # o',
    '<div>\n# p\n</div>',
    '<div>',
    '<!-- q\n# r -->',
    '| s | t |\n| - | - |\n| # u | v |',
    '***',
    '- - -',
    '[w]: x\n# y',
    '*b*\n# c',
    '    d\n# e',
    '',
    ' ',
  ];

  test('find the same headings in whatever is put together', () => {
    const pages = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 });
    fc.assert(
      fc.property(pages, fc.constantFrom('\n', '\n\n', '\r\n'), (pieces, end) => {
        const text = pieces.join(end);
        expect(byUs(text)).toEqual(byRemark(text));
      }),
      { numRuns: 2000 },
    );
  });

  test.skipIf(!hasShared)('find the same headings in real pages (skipped without MXG_SHARED)', () => {
    const paths = globSync('**/*.md', { cwd: sharedPath('trees'), absolute: true });
    const differing = paths.filter((path) => {
      const text = readFileSync(path, 'utf8');
      return isComparable(text) && text.length < 200_000 && byUs(text).join() !== byRemark(text).join();
    });
    console.log(`remark agrees on ${paths.length - differing.length} of ${paths.length} pages`);
    expect(differing).toEqual([]);
  });
});
