import { describe, expect, test } from 'vitest';
import { generators } from '../src/generators/registry.ts';

const many = (text: string, times = 20_000): string => text.repeat(times);
const nested = (open: string, times: number): string =>
  Array.from({ length: times }, (_, i) => `${'  '.repeat(i)}${open}a`).join('\n');

/** What strangers may send: each is to be read to its end, and nothing thrown. */
const PAGES: Readonly<Record<string, string>> = {
  nothing: '',
  'a byte order mark': '\ufeff# A',
  'NUL and lone surrogates': '# A\0B \ud800\n\n## \udfff\n\n<a id="\0">',
  'line ends of all kinds': '# A\r# B\r\n## C\n\u2028# D\u0085# E',
  'front matter that is never closed': `---\ntitle: x\n${many('a: b\n', 2000)}`,
  'broken front matter': '---\n: [}\n\t- &a *b\n---\n# A',
  'an open fence': `\`\`\`\n${many('# a\n', 5000)}`,
  'many headings': many('# a\n\n', 10_000),
  'headings without space': many('#a\n', 10_000),
  'underlined headings': many('a\n=\n\n', 10_000),
  'many brackets': many('['),
  'brackets in a heading': `# ${many('[a](')}`,
  'closed brackets': `# ${many('[')}${many(']')}`,
  'many images': `# ${many('![')}`,
  'open tags': many('<a '),
  'tags in a heading': `# ${many('<b>')}`,
  'open elements': many('<div>\n', 5000),
  comments: many('<!-- ', 10_000),
  'open quotes of attributes': many('<a id="'),
  stars: `# ${many('*')}`,
  'stars and letters': `# ${many('*a')}`,
  'underscores and letters': `# ${many('_a')}`,
  'marks of code': `# ${many('`a``')}`,
  backslashes: `# ${many('\\')}`,
  'hashes at the end': `# ${many('#')} x`,
  'spaces at the end': `# a${many(' ')}x`,
  braces: `# ${many('{#a ')}`,
  'closed braces': `# ${many('{')}${many('}')}`,
  'attribute lists': `# a ${many('{: #b}', 5000)}`,
  'many quotes': many('>'),
  'quotes below each other': many('> ', 300).trim(),
  'deep lists': nested('- ', 300),
  'list marks in a line': many('- ', 2000),
  'numbers of lists': many('1. ', 2000),
  'bars of tables': `${many('|')}\n${many('|-')}\n${many('|a')}`,
  footnotes: many('[^a]: [^a]\n', 5000),
  'references to a footnote': `${many('[^a] ', 5000)}\n\n[^a]: b`,
  definitions: many('[a]: b\n', 10_000),
  'definition lists': many('a\n: b\n\n', 5000),
  callouts: many('!!! note\n', 5000),
  containers: many(':::note\n', 5000),
  directives: many('.. a::\n\n', 5000),
  'directives in text': `# ${many(':a[')}`,
  roles: many(':a:`b` ', 5000),
  templates: many('{% if a %}', 5000),
  'outputs of templates': many('{{ a '),
  shortcodes: many('{{< a ', 10_000),
  entities: `# ${many('&')}${many('&amp;')}`,
  addresses: `# ${many('http://a')}${many('a@b.c ')}`,
  dashes: `# ${many('-')}\n\n${many('- - ')}`,
  'math marks': many('$$ '),
  'colons at the line': many(':'),
  'carets and tildes': `# ${many('^~')}`,
  'equals signs': `a\n${many('=')}\n\n${many('== a\n', 5000)}`,
  'one long line': many('word ', 100_000),
  'letters beyond the basic plane': `# ${many('😀é中')}`,
};

/** A dialect may depend on the ending of a file. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  sphinx: ['.rst', '.md'],
  asciidoctor: ['.adoc'],
  astro: ['.md', '.mdx'],
  starlight: ['.mdx'],
};

describe.each(generators.map(({ name }) => name))('%s', (name) => {
  const cases = (ENDINGS[name] ?? ['.md']).flatMap((ending) =>
    Object.keys(PAGES).map((page) => [page, ending] as const),
  );

  test.each(cases)('reads %s in a file %s to its end', async (page, ending) => {
    const generator = generators.find((each) => each.name === name);
    const read = await generator?.reader({});
    const { value, diagnostics } = read?.({ path: `a${ending}`, text: PAGES[page] ?? '' }) ?? {
      value: null,
      diagnostics: [],
    };
    expect(value?.every(({ id, line }) => id !== '' && Number.isInteger(line) && line >= 1)).toBe(true);
    expect(diagnostics.every(({ message }) => message.length < 1000)).toBe(true);
  });
});
