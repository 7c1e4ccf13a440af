import { element, type Element } from './element.ts';
import type { PageState } from './page-state.ts';

/** Every place of a text is compared with each: a page that defines more of them with ids means harm. */
const MOST = 1000;

/** Puts an element in place of each abbreviation that has an id; the others change nothing that a link could hit. */
export function markAbbreviations(page: PageState, tree: Element): void {
  const names = [...page.abbreviations].filter(([, { attributes }]) => attributes.has('id')).map(([name]) => name);
  if (names.length === 0 || names.length > MOST) return;
  const longestFirst = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  replaceIn(page, tree, new RegExp(`(?<!\\w)(?:${longestFirst.join('|')})(?!\\w)`, 'g'));
}

function replaceIn(page: PageState, tree: Element, names: RegExp): void {
  if (tree.kind === 'html' && tree.model === 'raw') return;
  const replaced = tree.children.flatMap((child) => (child.kind === 'text' ? split(page, child, names) : child));
  for (const child of tree.children) replaceIn(page, child, names);
  tree.children.length = 0;
  for (const each of replaced) tree.children.push(each);
}

function split(page: PageState, { value, line }: Element, names: RegExp): readonly Element[] {
  const parts: Element[] = [];
  let from = 0;
  for (const { 0: name, index } of value.matchAll(names)) {
    const made = element('abbreviation', line, { value: name });
    for (const [key, each] of page.abbreviations.get(name)?.attributes ?? []) made.attributes.set(key, each);
    parts.push(element('text', line, { value: value.slice(from, index) }), made);
    from = index + name.length;
  }
  return [...parts, element('text', line, { value: value.slice(from) })];
}
