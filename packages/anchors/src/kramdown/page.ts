import type { Anchor } from '../anchor.ts';
import { markAbbreviations } from './abbreviations.ts';
import { readAllSpans } from './apply-attributes.ts';
import type { Blocks } from './block/blocks.ts';
import { readBlocks } from './block/read-blocks.ts';
import { element, type Element } from './element.ts';
import { gfmIds, type HeaderIds } from './header-ids.ts';
import type { KramdownOptions } from './options.ts';
import { pageState, type PageState } from './page-state.ts';
import { anchorsOf } from './page-anchors.ts';
import { Source } from './source.ts';

/** The ids that kramdown gives to a page, in the order of the built page. Never throws. */
export function kramdownAnchors(text: string, options: KramdownOptions): readonly Anchor[] {
  const page = pageState(options);
  const root = element('root', 1);
  readBlocks(blocksOf(page, root, new Source(adapted(text), 1)));
  for (const tree of [root, ...page.footnotes.values()]) readAllSpans(page, tree);
  for (const tree of [root, ...page.footnotes.values()]) markAbbreviations(page, tree);
  const { input, autoIds, transliteratedHeaderIds } = page.options;
  if (input === 'gfm' && autoIds && !transliteratedHeaderIds) giveIds(root, gfmIds(page.options));
  return anchorsOf(page, root);
}

function blocksOf(page: PageState, tree: Element, source: Source): Blocks {
  return { page, tree, scan: { source, pos: 0 }, depth: 0, ial: null, closed: false, read: readBlocks };
}

/** Line feeds alone, and one at the end. */
function adapted(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.endsWith('\n') ? lines : `${lines}\n`;
}

/** The GFM parser's ids: for headers that have none, outside of HTML and footnotes. */
function giveIds(tree: Element, ids: HeaderIds): void {
  for (const child of tree.children) {
    if (child.kind === 'header' && !child.attributes.has('id')) child.attributes.set('id', ids(child.idSource));
    else if (child.kind !== 'html') giveIds(child, ids);
  }
}
