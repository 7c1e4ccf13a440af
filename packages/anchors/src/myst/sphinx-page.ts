import type { Config } from '../config/config.ts';
import { rstPage } from '../docutils/page.ts';
import type { PageReader } from '../page.ts';
import { mystPages } from './page.ts';

/** Reads pages of Sphinx: Markdown by MyST, all else as reStructuredText. `config`: the values of `conf.py`. */
export function sphinxPages(config: Config): PageReader {
  const extensions = config['myst_enable_extensions'];
  const markdown = mystPages(Array.isArray(extensions) ? extensions.filter((each) => typeof each === 'string') : []);
  return (page) => (/\.(?:md|markdown)$/i.test(page.path) ? markdown(page) : rstPage(page));
}
