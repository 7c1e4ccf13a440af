import type { Config } from '../config/config.ts';
import type { PageReader } from '../page.ts';
import { commonmarkXDialect, gfmDialect } from './commonmark-dialects.ts';
import type { PandocDialect } from './dialect.ts';
import { markdownDialect } from './markdown-dialect.ts';
import { pandocPages } from './page.ts';

/** Reads pages for pandoc 3. `config.from`: as `--from`, with `+extension` behind the format; other formats are read as `markdown`. */
export function pandocReader({ from }: Config): PageReader {
  const [format = '', ...extensions] = (typeof from === 'string' ? from : '').split(/(?=[+-])/);
  return pandocPages(dialectOf(format, extensions));
}

function dialectOf(format: string, extensions: readonly string[]): PandocDialect {
  if (format === 'gfm') return gfmDialect();
  if (format === 'commonmark_x') return commonmarkXDialect();
  return markdownDialect(extensions.includes('+gfm_auto_identifiers') ? 'gfm' : 'pandoc');
}
