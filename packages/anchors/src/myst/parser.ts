import type { MarkdownIt } from 'markdown-it';
import { commonMark } from '../commonmark/parser.ts';
import { definitionLists } from '../mdbook/definition-list.ts';
import { blockAttributes, colonFences, mathBlocks, mystBlocks } from './blocks.ts';
import { mystFootnotes } from './footnotes.ts';
import { inlineAttributes, inlineMath, mystRoles, substitutions } from './inlines.ts';

type Plugin = (parser: MarkdownIt) => void;

/** What each of `myst_enable_extensions` adds that matters to ids. Source: MyST 5.1, `parsers/mdit.py`. */
const EXTENSIONS: Readonly<Record<string, readonly Plugin[]>> = {
  attrs_block: [blockAttributes],
  attrs_inline: [inlineAttributes],
  colon_fence: [colonFences],
  deflist: [definitionLists],
  dollarmath: [mathBlocks, inlineMath],
  substitution: [substitutions],
};

/** Rules of markdown-it that are off unless an extension has them on. */
const OPTIONAL_RULES = ['strikethrough', 'replacements', 'smartquotes'] as const;

/** A parser of MyST with these of `myst_enable_extensions`. */
export function mystParser(extensions: readonly string[]): MarkdownIt {
  const plugins = extensions.flatMap((extension) => EXTENSIONS[extension] ?? []);
  const without = OPTIONAL_RULES.filter((rule) => !extensions.includes(rule));
  const parser = commonMark({ without, plugins: [mystBlocks, mystFootnotes, mystRoles, ...plugins] });
  parser.set({ typographer: true });
  return parser;
}
