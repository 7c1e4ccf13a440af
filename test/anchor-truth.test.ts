import { generators, variants, type Anchor, type PageReader } from '@mxg/anchors';
import { describe, expect, test } from 'vitest';
import { anchorTruths, hasShared, type AnchorTruth } from './support/shared.ts';

/** What a truth file's page became. */
interface Scored {
  readonly page: string;
  readonly wanted: readonly string[];
  readonly said: readonly string[];
  readonly anchors: readonly Anchor[];
  readonly refused: boolean;
  readonly doc: string;
}

async function readerFor(name: string): Promise<PageReader> {
  const variant = variants.find((each) => each.name === name);
  const generator = generators.find((each) => each.name === (variant?.generator ?? name));
  if (generator === undefined) throw new Error(`no generator ${name}`);
  return await generator.reader(variant?.config ?? {});
}

async function score({ name, ending, pages }: AnchorTruth): Promise<readonly Scored[]> {
  const read = await readerFor(name);
  return pages.map(({ page, doc, ids, error }): Scored => {
    // the page that GitHub itself rendered is given as the texts of its headings, not as Markdown
    const text = name === 'github-real' ? doc.replaceAll('_', '\\_') : doc;
    const { value } = read({ path: `${page}${ending}`, text });
    return { page, wanted: ids, said: value.map(({ id }) => id), anchors: value, refused: error !== undefined, doc };
  });
}

/** Ids that are right: as many of each as both have. */
function shared(wanted: readonly string[], said: readonly string[]): number {
  const left = [...said];
  return wanted.filter((id) => {
    const at = left.indexOf(id);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

const only = process.env['MXG_ONLY'];

describe.skipIf(!hasShared)('ids of headings, against the real generators (skipped without MXG_SHARED)', () => {
  for (const truth of hasShared ? anchorTruths() : []) {
    if (only !== undefined && !new RegExp(only).test(truth.name)) continue;
    test(`${truth.name} gives the ids that the real one gave`, async () => {
      const scored = (await score(truth)).filter(({ refused }) => !refused);
      const exact = scored.filter(({ wanted, said }) => wanted.join('\n') === said.join('\n'));
      const [wanted, right, extra] = scored.reduce(
        ([a, b, c], each) => {
          const both = shared(each.wanted, each.said);
          return [a + each.wanted.length, b + both, c + each.said.length - both];
        },
        [0, 0, 0],
      );
      console.log(
        `${truth.name.padEnd(24)} pages ${exact.length}/${scored.length}  ids ${right}/${wanted}  extra ${extra}`,
      );
      if (only !== undefined)
        for (const each of scored.filter((each) => !exact.includes(each)))
          console.log(
            `--- ${truth.name} ${each.page}\nwanted ${JSON.stringify(each.wanted)}\nsaid   ${JSON.stringify(each.said)}`,
          );
      expect(right / wanted).toBeGreaterThanOrEqual(0.99);
      expect(exact.length / scored.length).toBeGreaterThanOrEqual(0.97);
    });
  }
});
