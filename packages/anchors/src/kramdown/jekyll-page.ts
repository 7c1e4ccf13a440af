import type { Diagnostic } from '@mxg/model';
import { readYaml } from '../config/yaml.ts';
import type { Config } from '../config/config.ts';
import { failedTemplate } from '../liquid/problem.ts';
import { hasLiquid, renderLiquid, type Rendered } from '../liquid/render.ts';
import type { PageReader, PageText } from '../page.ts';
import { kramdownOptions, withTransliteration } from './options.ts';
import { kramdownAnchors } from './page.ts';
import { otherProcessor } from './problem.ts';

/** What Jekyll 4.4 asks of kramdown where the site does not say otherwise. */
const USUAL: Config = { input: 'GFM', hard_wrap: false };

/** The front matter that Jekyll takes from a page: it stands at the very beginning; `...` may end it. */
const OPENING = /^\ufeff?---[ \t\r\f\v]*\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t\r\f\v]*$/gm;

interface Parts {
  readonly frontMatter: string;
  readonly content: string;
  /** Lines before the content. */
  readonly lines: number;
}

/** Reads the pages of a Jekyll site. `config` is that of `_config.yml`. A page without front matter is read as if it had one. */
export async function jekyllPages(config: Config): Promise<PageReader> {
  const options = await withTransliteration(kramdownOptions({ ...USUAL, ...settingsOf(config) }));
  const processor = String(config['markdown'] ?? 'kramdown');
  const general = /^kramdown$/i.test(processor) ? [] : [otherProcessor(processor)];
  return (page) => {
    const parts = split(page.text);
    const rendered = render(page, parts, config);
    const value = kramdownAnchors(rendered.text, options);
    return {
      value: value.map((anchor) => ({ ...anchor, line: parts.lines + rendered.lineOf(anchor.line) })),
      diagnostics: [...general, ...failures(page, rendered)],
    };
  };
}

function settingsOf(config: Config): Config {
  const settings = config['kramdown'];
  return typeof settings === 'object' && settings !== null ? { ...settings } : {};
}

function split(text: string): Parts {
  const opening = OPENING.exec(text.slice(0, 1000))?.[0];
  if (opening === undefined) return { frontMatter: '', content: text.replace(/^\ufeff/, ''), lines: 0 };
  CLOSING.lastIndex = opening.length;
  const closing = CLOSING.exec(text);
  if (closing === null) return { frontMatter: '', content: text, lines: 0 };
  const end = closing.index + closing[0].length + 1;
  return {
    frontMatter: text.slice(opening.length, closing.index),
    content: text.slice(end),
    lines: countLines(text.slice(0, end)),
  };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function render({ path }: PageText, { frontMatter, content }: Parts, config: Config): Rendered {
  if (!hasLiquid(content)) return { text: content, lineOf: (line) => line, failure: null };
  const page = { ...readYaml(frontMatter).value, path, name: path.slice(path.lastIndexOf('/') + 1) };
  const jekyll = { version: '4.4.1', environment: 'production' };
  return renderLiquid(content, { dialect: 'ruby', scope: { page, site: config, jekyll } });
}

function failures({ path }: PageText, { failure }: Rendered): readonly Diagnostic[] {
  return failure === null ? [] : [failedTemplate(path, failure)];
}
