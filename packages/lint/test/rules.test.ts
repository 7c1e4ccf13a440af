import { sourceFromText } from '@mxg/codec';
import { globSync } from 'tinyglobby';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fix } from '../src/fix.ts';
import { rules } from '../src/rules/registry.ts';
import { lintText } from './support/lint-text.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** The page of a rule in the docs: its examples are the fixtures. */
interface RulePage {
  readonly id: string;
  readonly text: string;
  /** Null for rules that need a site around the page: those have tests of their own. */
  readonly wrong: string | null;
  readonly right: string | null;
}

function readPage(id: string): RulePage {
  const text = readFileSync(`${folder}docs/rules/${id}.md`, 'utf8');
  return { id, text, wrong: exampleIn(text, 'Wrong'), right: exampleIn(text, 'Right') };
}

function exampleIn(text: string, heading: string): string | null {
  return new RegExp(`^## ${heading}\n\n(\`{3,4})(?:md|xml)\n([^]*?)\n\\1$`, 'm').exec(text)?.[2] ?? null;
}

const pages = rules.map(({ id }) => readPage(id));
const examples = pages.filter(({ wrong }) => wrong !== null);
const ofRule = async (text: string, id: string) => (await lintText(text)).filter(({ rule }) => rule === id);

describe('a rule', () => {
  test('has a page in the docs, and no page is of another', () => {
    const named = globSync('docs/rules/**/*.md', { cwd: folder }).map((path) =>
      path.slice('docs/rules/'.length, -'.md'.length),
    );
    expect(named.sort()).toEqual(rules.map(({ id }) => id).sort());
    expect(pages.filter(({ wrong }) => wrong === null).map(({ id }) => id)).toEqual([
      'link/self-absolute',
      'link/site-only',
      'link/source-only',
    ]);
  });

  test.each(rules)('$id says on its page what it wants, and how hard it is taken', ({ id, wants, severity }) => {
    const { text } = readPage(id);
    expect(text).toContain(`# ${id}\n\nWants: ${wants}.\n\nSeverity \`${severity}\``);
  });

  test.each(rules)('$id is in a file of its name', ({ id }) => {
    expect(readFileSync(`${folder}src/rules/${id.replace('/', '-')}.ts`, 'utf8')).toContain(`id: '${id}'`);
  });

  test.each(examples)('$id finds what is wrong', async ({ id, wrong }) => {
    const [problem] = await ofRule(wrong ?? '', id);
    expect(problem).toBeDefined();
    expect(problem?.message).not.toMatch(/^[A-Z]|\.$|undefined|null/);
    expect(problem?.hint).not.toMatch(/\.$|undefined|null/);
  });

  test.each(examples)('$id finds nothing where all is right', async ({ id, right }) => {
    expect(await ofRule(right ?? '', id)).toEqual([]);
  });

  test.each(examples)('$id mends what its page says that it mends', async ({ id, text, wrong }) => {
    const problems = await ofRule(wrong ?? '', id);
    const [safe, unsafe] = [text.includes('`--fix` mends it'), text.includes('`--fix --unsafe-fixes`')];
    expect(problems.some((problem) => problem.fix !== null)).toBe(safe);
    expect(problems.some(({ suggestion }) => suggestion !== null)).toBe(unsafe);
    if (!safe && !unsafe) return;
    const mended = fix(sourceFromText(wrong ?? ''), problems, { unsafe }).text;
    expect(mended).not.toBe(wrong);
    expect(await ofRule(mended, id)).toEqual([]);
  });
});
