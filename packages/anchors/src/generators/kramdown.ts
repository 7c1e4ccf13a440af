import type { Config } from '../config/config.ts';
import { kramdownOptions, withTransliteration } from '../kramdown/options.ts';
import type { PageReader } from '../page.ts';
import type { Generator, Variant } from './generator.ts';

/** Generators that read Markdown with kramdown, unless they are told to take another reader. */
export const kramdownGenerators: readonly Generator[] = [
  { name: 'kramdown', title: 'kramdown 2.5', reader: kramdownReader },
  {
    name: 'jekyll',
    title: 'Jekyll 4.4 (kramdown 2.5, GFM)',
    reader: async (config) => (await import('../kramdown/jekyll-page.ts')).jekyllPages(config),
  },
  {
    name: 'middleman',
    title: 'Middleman 4 (kramdown, Redcarpet, the UK’s Technical Documentation Template)',
    reader: async (config) => (await import('../middleman/page.ts')).middlemanPages(config),
  },
];

/** Usual settings of them. */
export const kramdownVariants: readonly Variant[] = [
  { name: 'tech-docs', generator: 'middleman', config: { techDocs: true } },
  { name: 'kramdown-gfm', generator: 'kramdown', config: { input: 'GFM', hard_wrap: false } },
  { name: 'kramdown-gfm-hardwrap', generator: 'kramdown', config: { input: 'GFM', hard_wrap: true } },
  { name: 'kramdown-idstrip', generator: 'kramdown', config: { auto_id_stripping: true } },
  { name: 'jekyll-kramdown-input', generator: 'jekyll', config: { kramdown: { input: 'kramdown' } } },
  { name: 'kramdown-translit', generator: 'kramdown', config: { transliterated_header_ids: true } },
];

async function kramdownReader(config: Config): Promise<PageReader> {
  const { kramdownAnchors } = await import('../kramdown/page.ts');
  const options = await withTransliteration(kramdownOptions(config));
  return ({ text }) => ({ value: kramdownAnchors(text, options), diagnostics: [] });
}
