import { admonition } from './blocks/admonition.ts';
import { definitionIndent, definitionList } from './blocks/definition-list.ts';
import { footnoteDefinition } from './blocks/footnote-definition.ts';
import { hashHeader, horizontalRule, setextHeader } from './blocks/heading.ts';
import { listIndent, orderedList, unorderedList } from './blocks/list.ts';
import { abbreviation, code, paragraph, quote, reference, stashed } from './blocks/plain.ts';
import type { Parser, Processor } from './blocks/processor.ts';
import { tab } from './blocks/tabbed.ts';
import { table } from './blocks/table.ts';
import { queueOf, type Line, type Queue } from './lines.ts';
import type { Node } from './node.ts';
import type { PythonMarkdownOptions } from './options.ts';
import type { Stash } from './placeholder.ts';

/** The processors in order of their priority; the first that takes a block has it. The extension that adds one is named beside it. */
const PROCESSORS: readonly (readonly [extension: string | null, Processor])[] = [
  ['admonition', admonition('!!!')],
  ['pymdownx.details', admonition('???')],
  ['pymdownx.tabbed', tab],
  [null, stashed],
  [null, listIndent],
  ['def_list', definitionIndent],
  [null, code],
  ['tables', table],
  [null, hashHeader],
  [null, setextHeader],
  [null, horizontalRule],
  [null, orderedList],
  [null, unorderedList],
  ['def_list', definitionList],
  [null, quote],
  ['footnotes', footnoteDefinition],
  ['abbr', abbreviation],
  [null, reference],
  [null, paragraph],
];

/** Nesting beyond this is text, as Python's own limit has it. */
const DEEPEST = 60;

/** What blocks define for the inline text of the whole page. */
export interface Definitions {
  /** Labels of links, in lower case. */
  readonly references: ReadonlySet<string>;
  /** Content of footnotes, by label. */
  readonly footnotes: ReadonlyMap<string, Node>;
}

/** Reads the blocks of a page (Python-Markdown 3.10, `blockprocessors.py`). */
export function readBlocks(
  lines: readonly Line[],
  options: PythonMarkdownOptions,
  all: Stash,
): Definitions & { readonly root: Node } {
  const active = PROCESSORS.filter(([extension]) => extension === null || options.extensions.has(extension)).map(
    ([, processor]) => processor,
  );
  const references = new Set<string>();
  const footnotes = new Map<string, Node>();
  let depth = 0;
  const parser: Parser = {
    options,
    stash: all,
    state: [],
    references,
    footnotes,
    counters: { tabSets: 0 },
    parse(parent: Node, queue: Queue) {
      depth++;
      for (let block = queue.pop(); block !== undefined; block = queue.pop()) {
        if (depth > DEEPEST) paragraph(parser, { parent, block, queue });
        else for (const processor of active) if (processor(parser, { parent, block, queue })) break;
      }
      depth--;
    },
    parseLines: (parent, inner) => parser.parse(parent, queueOf(inner)),
  };
  const root: Node = { tag: '#root', text: [], children: [], tail: [], ids: [], line: 1 };
  parser.parseLines(root, lines);
  return { root, references, footnotes };
}
