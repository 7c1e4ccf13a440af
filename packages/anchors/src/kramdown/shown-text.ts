import { decodeHTML } from 'entities';
import type { Element } from './element.ts';

/** Kinds that are shown as their value. */
const SHOWN = new Set<string>(['text', 'raw-text', 'codespan', 'entity', 'symbol', 'quote', 'abbreviation']);

/** What a reader sees of an element. `numberOf`: the number of a footnote, by its name. */
export function shownText(tree: Element, numberOf: (name: string) => number): string {
  return tree.children
    .map((child) => shown(child, { raw: tree.kind === 'html' && tree.model === 'raw', numberOf }))
    .join('');
}

function shown(
  child: Element,
  { raw, numberOf }: { readonly raw: boolean; readonly numberOf: (name: string) => number },
): string {
  if (raw && child.kind === 'text') return decodeHTML(child.value);
  if (SHOWN.has(child.kind)) return child.value;
  if (child.kind === 'footnote') return String(numberOf(child.value));
  if (child.kind === 'math') return `\\(${child.value}\\)`;
  return shownText(child, numberOf);
}
