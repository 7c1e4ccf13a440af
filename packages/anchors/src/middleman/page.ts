import { commonMark } from '../commonmark/parser.ts';
import { textOfTokens } from '../commonmark/inline.ts';
import { tokenAnchors } from '../commonmark/token-anchors.ts';
import type { Config } from '../config/config.ts';
import { textAt } from '../config/plain-data.ts';
import { withoutFrontMatter } from '../front-matter.ts';
import { anchorsOfHtml } from '../html/page.ts';
import { kramdownOptions } from '../kramdown/options.ts';
import { kramdownAnchors } from '../kramdown/page.ts';
import type { PageReader } from '../page.ts';
import { techDocsIds, redcarpetId } from './ids.ts';

/**
 * Reads pages of Middleman 4: kramdown unless `config` names another engine. Redcarpet gives ids where `with_toc_data` is on; the Technical
 * Documentation Template of the UK's government has a rule of its own.
 */
export function middlemanPages(config: Config): PageReader {
  const markdown = markdownReader(config);
  return ({ path, text }) => {
    const source = withoutErb(withoutFrontMatter(text));
    const isMarkdown = /\.(?:md|markdown|mkd)(?:\.erb)?$/i.test(path);
    return { value: isMarkdown ? markdown(source) : anchorsOfHtml(source), diagnostics: [] };
  };
}

type Markdown = (source: string) => ReturnType<typeof anchorsOfHtml>;

function markdownReader(config: Config): Markdown {
  if (config['techDocs'] === true) return (source) => withIds(source, techDocsIds());
  if (textAt(config, 'markdown_engine') !== 'redcarpet')
    return (source) => kramdownAnchors(source, kramdownOptions({}));
  const hasIds = config['withTocData'] === true;
  return (source) => withIds(source, (text) => (hasIds ? redcarpetId(text) : null));
}

const parser = commonMark();

const withIds = (source: string, idOf: (text: string, level: number) => string | null): ReturnType<Markdown> =>
  tokenAnchors(parser.parse(source, {}), ({ level, tokens }) => {
    const text = textOfTokens(tokens, { imageAlt: false, lineBreak: ' ', footnoteNumbers: false });
    return { id: idOf(text, level), text: text.trim() };
  });

/** What tags of ERB give is not known, but how many lines they take. */
function withoutErb(text: string): string {
  let left = '';
  let from = 0;
  for (let open = text.indexOf('<%'); open >= 0; open = text.indexOf('<%', from)) {
    const close = text.indexOf('%>', open);
    if (close < 0) break;
    left += text.slice(from, open) + text.slice(open, close).replace(/[^\n]+/g, '');
    from = close + 2;
  }
  return left + text.slice(from);
}
