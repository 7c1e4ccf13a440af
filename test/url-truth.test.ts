import { openSites, type Site, type Tree } from '@mxg/anchors';
import { describe, expect, test } from 'vitest';
import { hasShared, urlTruths, type UrlTruth } from './support/shared.ts';

const treeOf = (files: Readonly<Record<string, string>>): Tree => ({
  paths: Object.keys(files).sort(),
  read: (path) => files[path] ?? null,
});

/** The site of a truth's files, as it is detected; the generator is named by the truth. */
async function siteOf({ name, files, config }: UrlTruth): Promise<Site> {
  // the builder of Sphinx is an argument of the build; Read the Docs keeps it in a file
  const builder = typeof config === 'string' ? /^-b (\w+)$/.exec(config)?.[1] : undefined;
  const told = builder === undefined ? files : { ...files, '.readthedocs.yaml': `sphinx:\n  builder: ${builder}\n` };
  const { all } = await openSites(treeOf(told), { generator: name.split('-')[0] ?? '' });
  return all.find(({ folder }) => folder === '') as Site;
}

/** Browsers take `/a b` and `/a%20b` for the same. */
const decoded = (url: string | null): string | null => {
  if (url === null) return null;
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
};

/** The path below which the site lies, from what the truth says of its configuration. */
const BASES: Readonly<Record<string, string>> = {
  'jekyll-baseurl': '/project',
  'mkdocs-site_url-subpath': '/project',
  'vitepress-base': '/project',
  'docusaurus-baseUrl-trailing': '/project',
};

interface Judged {
  readonly source: string;
  readonly outputs: boolean;
  readonly url: boolean;
  readonly said: string;
  readonly wanted: string;
}

async function judge(truth: UrlTruth): Promise<readonly Judged[]> {
  const published = (await siteOf(truth)).published();
  const base = BASES[truth.name] ?? '';
  // what is written but belongs to no page has a row without outputs
  return truth.map
    .filter(({ source }) => !truth.extraOutputs.includes(source))
    .map((row) => {
      const ours = published.get(row.source);
      const outputs = [...(ours?.outputs ?? [])].sort().join(' ');
      const wanted = [...row.outputs].sort().join(' ');
      const urls = [row.relative_url, ...row.servedUrl.map((url) => base + url)].map((url) => decoded(url ?? null));
      const url = ours?.url ?? null;
      return {
        source: row.source,
        outputs: outputs === wanted,
        url: row.outputs.length === 0 ? url === null : urls.some((each) => sameUrl(each, decoded(url))),
        said: `${outputs} ${url}`,
        wanted: `${wanted} ${urls.join(' ')}`,
      };
    });
}

/** A server of folders adds a slash to what Docusaurus links to, and takes `index.html` for the folder. */
const sameUrl = (served: string | null, ours: string | null): boolean =>
  served === ours || (ours !== null && [`${ours}/`, ours.replace(/index\.html$/, '')].includes(served ?? ''));

describe.skipIf(!hasShared)('URLs, against the real builds (skipped without MXG_SHARED)', () => {
  for (const truth of hasShared ? urlTruths() : []) {
    test(`${truth.name} publishes what the real one published`, async () => {
      const judged = await judge(truth);
      const wrong = judged.filter(({ outputs, url }) => !outputs || !url);
      console.log(`${truth.name.padEnd(30)} ${judged.length - wrong.length}/${judged.length}`);
      for (const { source, said, wanted } of wrong) console.log(`  ${source}: ${said}, wanted ${wanted}`);
      expect(1 - wrong.length / judged.length).toBeGreaterThanOrEqual(0.97);
    });
  }
});
