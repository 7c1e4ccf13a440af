import markdownIt, { type MarkdownIt } from 'markdown-it';

/** How a dialect differs from CommonMark with GFM's tables and strikethrough. */
export interface CommonMarkDialect {
  /** Rules of markdown-it that the dialect does not have: `code` (indented), `html_block`, `table`, `entity` … */
  readonly without?: readonly string[];
  /** Plugins that add rules, in order. */
  readonly plugins?: readonly ((parser: MarkdownIt) => void)[];
}

/** A parser of a dialect of CommonMark. Make one and keep it: making costs as much as a page. */
export function commonMark({ without = [], plugins = [] }: CommonMarkDialect = {}): MarkdownIt {
  const parser = markdownIt({ html: true });
  parser.disable([...without], true);
  for (const plugin of plugins) plugin(parser);
  return parser;
}
