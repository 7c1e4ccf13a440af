import type { Config } from '../config/config.ts';
import type { PageReader } from '../page.ts';
import { commonmarkXDialect, gfmDialect } from './commonmark-dialects.ts';
import type { PandocDialect } from './dialect.ts';
import { markdownDialect } from './markdown-dialect.ts';
import { pandocPages } from './page.ts';

/** Formats by the name that `--from` takes; extensions are told by `+`. */
const DIALECTS: Readonly<Record<string, () => PandocDialect>> = {
  markdown: () => markdownDialect('pandoc'),
  'markdown+gfm_auto_identifiers': () => markdownDialect('gfm'),
  gfm: gfmDialect,
  commonmark_x: commonmarkXDialect,
};

/** Reads pages for pandoc 3. `config.from`: as `--from`; unknown formats are read as `markdown`. */
export function pandocReader({ from }: Config): PageReader {
  const dialect = DIALECTS[typeof from === 'string' ? from : 'markdown'] ?? DIALECTS['markdown'];
  return pandocPages((dialect as () => PandocDialect)());
}
