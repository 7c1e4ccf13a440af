import { applyList } from './attribute-list.ts';
import type { Element } from './element.ts';
import type { PageState } from './page-state.ts';
import { readText } from './span/read-spans.ts';

/** Spans in which an id may stand: HTML, attribute lists, extensions and footnotes. */
const MAY_HAVE_ID = /<|\{:|\[\^/;
/** Elements whose text is needed in any case. */
const NEEDED = new Set<string>(['header', 'dt', 'html']);

/**
 * Reads the spans of all text, and gives every block the attributes of its list. Done when all blocks have been read, since
 * definitions may stand behind what refers to them. Text in which no id can stand is left out.
 */
export function readAllSpans(page: PageState, tree: Element): void {
  const all = [...page.links.values(), ...page.abbreviations.values()].some(({ ial }) => ial !== null);
  visit(page, tree, all);
}

function visit(page: PageState, tree: Element, all: boolean): void {
  const read = tree.children.flatMap((child) => {
    if (child.kind !== 'raw-text') return child;
    return all || NEEDED.has(tree.kind) || MAY_HAVE_ID.test(child.value)
      ? readText(page, child.value, { line: child.line })
      : [];
  });
  const blocks = tree.children.filter(({ kind }) => kind !== 'raw-text');
  if (blocks.length < tree.children.length) {
    tree.children.length = 0;
    for (const each of read) tree.children.push(each);
  }
  for (const block of blocks) visitBlock(page, block, all);
}

function visitBlock(page: PageState, block: Element, all: boolean): void {
  visit(page, block, all);
  if (block.ial !== null) applyList(block.attributes, block.ial, page.lists);
  if (block.kind === 'dt' || (block.kind === 'header' && isStripped(page))) block.idSource = strippedText(page, block);
}

function isStripped({ options }: PageState): boolean {
  return options.input === 'gfm' || options.autoIdStripping;
}

/** What ids are made of when markup is left out: the text alone; to GFM's parser also code, formulas, entities and symbols. */
function strippedText(page: PageState, { kind, value, idSource, children }: Element): string {
  if (kind === 'text') return value;
  if (page.options.input === 'gfm' && GFM_TEXT.has(kind)) return kind === 'symbol' ? idSource : value;
  return children.map((child) => strippedText(page, child)).join('');
}

const GFM_TEXT = new Set<string>(['codespan', 'math', 'entity', 'quote', 'symbol']);
