import type { Heading, Nodes, Parents, Root } from 'mdast';
import type { Anchor } from '../anchor.ts';
import { idsInHtml, idsOf } from '../html/ids.ts';

/** What a heading of a tree gets: ids that stand on it, first its own. */
export type TreeHeadings = (
  heading: Heading,
  numberOf: NumberOf,
) => { readonly id: string | null; readonly text: string };

/** The number of a footnote, by its identifier; undefined for one that is not defined. */
export type NumberOf = (identifier: string) => number | undefined;

/** The ids of a tree of remark in the order of the built page. Footnotes come last, with the ids of mdast-util-to-hast 13. */
export function treeAnchors(root: Root, headings: TreeHeadings): readonly Anchor[] {
  const notes = footnotesOf(root);
  const references = new Map<string, number>();
  const numberOf: NumberOf = (identifier) => notes.numbers.get(identifier.toLowerCase());
  const read = (node: Nodes): readonly Anchor[] => {
    const line = node.position?.start.line ?? 1;
    const plain = (ids: readonly string[]): readonly Anchor[] => ids.map((id) => ({ id, text: '', level: null, line }));
    const inner = (): readonly Anchor[] => ('children' in node ? (node as Parents).children.flatMap(read) : []);
    if (node.type === 'footnoteDefinition') return [];
    if (node.type === 'footnoteReference') return plain(referenceIds(node.identifier, { numberOf, references }));
    if (node.type === 'html')
      return idsInHtml(node.value).map(({ id, offset }) => ({
        id,
        text: '',
        level: null,
        line: line + linesIn(node.value, offset),
      }));
    if (node.type === 'heading') {
      const { id, text } = headings(node, numberOf);
      return [...(id === null || id === '' ? [] : [{ id, text, level: node.depth, line }]), ...inner()];
    }
    const own = plain(jsxIds(node));
    // what stands in them is read, for it uses up slugs, but is text for a browser
    const within = inner();
    return isRawText(node) ? own : [...own, ...within];
  };
  const shown = read(root);
  return notes.used.length === 0 ? shown : [...shown, ...endNotes(notes, read)];
}

const linesIn = (text: string, end: number): number => text.slice(0, end).split('\n').length - 1;

/** Ids that are written on JSX; those of expressions are known at run time only. */
function jsxIds(node: Nodes): readonly string[] {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return [];
  const pairs = node.attributes.flatMap((each) =>
    each.type === 'mdxJsxAttribute' ? textOf(each.value).map((value) => [each.name, value] as const) : [],
  );
  return idsOf(node.name ?? '', Object.fromEntries(pairs));
}

/** The text of an attribute, also of an expression that is nothing but a text. */
function textOf(value: JsxValue): readonly string[] {
  if (typeof value === 'string') return [value];
  const found = /^\s*(?:"([^"\\]*)"|'([^'\\]*)'|`([^`\\$]*)`)\s*$/.exec(value?.value ?? '');
  return found === null ? [] : [found[1] ?? found[2] ?? found[3] ?? ''];
}

type JsxValue = string | null | undefined | { readonly value: string };

function isRawText(node: Nodes): boolean {
  const isJsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  return isJsx && (node.name === 'script' || node.name === 'style');
}

interface Notes {
  /** By identifier in lower case, in the order of first references. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly used: readonly Extract<Nodes, { type: 'footnoteDefinition' }>[];
}

function footnotesOf(root: Root): Notes {
  const definitions = new Map<string, Extract<Nodes, { type: 'footnoteDefinition' }>>();
  const order: string[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') definitions.set(node.identifier.toLowerCase(), node);
    if (node.type === 'footnoteReference') order.push(node.identifier.toLowerCase());
    if ('children' in node) for (const child of (node as Parents).children) collect(child);
  };
  collect(root);
  const used = [...new Set(order)].filter((identifier) => definitions.has(identifier));
  return {
    numbers: new Map(used.map((identifier, i) => [identifier, i + 1])),
    used: used.flatMap((identifier) => definitions.get(identifier) ?? []),
  };
}

interface Counting {
  readonly numberOf: NumberOf;
  readonly references: Map<string, number>;
}

function referenceIds(identifier: string, { numberOf, references }: Counting): readonly string[] {
  if (numberOf(identifier) === undefined) return [];
  const name = identifier.toLowerCase();
  const count = (references.get(name) ?? 0) + 1;
  references.set(name, count);
  return [`user-content-fnref-${name}${count > 1 ? `-${count}` : ''}`];
}

function endNotes({ used }: Notes, read: (node: Nodes) => readonly Anchor[]): readonly Anchor[] {
  const line = used[0]?.position?.start.line ?? 1;
  const label: Anchor = { id: 'footnote-label', text: 'Footnotes', level: 2, line };
  const notes = used.flatMap((note): readonly Anchor[] => {
    const own = {
      id: `user-content-fn-${note.identifier.toLowerCase()}`,
      text: '',
      level: null,
      line: note.position?.start.line ?? 1,
    };
    return [own, ...note.children.flatMap(read)];
  });
  return [label, ...notes];
}
