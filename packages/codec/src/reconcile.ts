import type { TextEdit } from '@mxg/model';
import { gapBefore, insertChild, removeElement, setAttribute } from './xml/edit.ts';
import { printXml } from './xml/print.ts';
import { attributeOf, childElements, isBlank, type XmlElement } from './xml/tree.ts';

/** An element and the text in which it stands. */
export interface Placed {
  readonly text: string;
  readonly element: XmlElement;
}

/** What is done with the children of an element that is reconciled. */
export interface ChildRules {
  /** The edits that make one child say what its counterpart says. */
  readonly same: (stored: Placed, wanted: Placed) => TextEdit[];
  /** A new child as it is to be written, laid out at a depth; depth null for no white space between elements. */
  readonly written: (wanted: Placed, depth: number | null) => string;
}

/**
 * The edits that make `stored` say what `wanted` says, and no more: attributes that differ, elements that are new, gone or in
 * another place. White space between elements and the way in which things are escaped do not count as differences.
 * Elements are the same when name and id (of cells and pages) or role (`as`) are.
 */
export function reconcile(stored: Placed, wanted: Placed, rules: ChildRules = plainRules): TextEdit[] {
  if (stored.element.name !== wanted.element.name || differInText(stored.element, wanted.element))
    return [replaced(stored, wanted)];
  return [...reconcileAttributes(stored, wanted), ...reconcileChildren(stored, wanted, rules)];
}

const plainRules: ChildRules = {
  same: (stored, wanted) => reconcile(stored, wanted),
  written: ({ text, element }, depth) =>
    depth === null ? printXml(text, element, 'compact') : printXml(text, element, 'indented', depth),
};

/** The edits of the attributes alone. */
export function reconcileAttributes({ text, element }: Placed, wanted: Placed): TextEdit[] {
  const names = new Set(wanted.element.attributes.map(({ name }) => name));
  const removed = element.attributes
    .filter(({ name }) => !names.has(name))
    .flatMap(({ name }) => setAttribute(text, element, name, null));
  const written = wanted.element.attributes.flatMap(({ name, value }, i) =>
    setAttribute(text, element, name, value, wanted.element.attributes[i - 1]?.name),
  );
  return [...removed, ...written];
}

function reconcileChildren(stored: Placed, wanted: Placed, rules: ChildRules): TextEdit[] {
  const before = keyed(stored.element);
  const after = keyed(wanted.element);
  const kept = longestCommonOrder([...before.keys()], [...after.keys()]);
  const [lead, depth] = leadOf(stored);
  const edits: TextEdit[] = [];
  for (const [key, element] of before) if (!kept.has(key)) edits.push(removeElement(stored.text, element));
  let previous: XmlElement | null = null;
  let inserted: string[] = [];
  for (const [key, element] of after) {
    const same = kept.has(key) ? before.get(key) : undefined;
    if (same === undefined) inserted.push(lead + rules.written({ ...wanted, element }, depth));
    else {
      edits.push(...insertBehind(stored, previous, inserted));
      for (const each of rules.same({ ...stored, element: same }, { ...wanted, element })) edits.push(each);
      previous = same;
      inserted = [];
    }
  }
  return [...edits, ...insertBehind(stored, previous, inserted)];
}

/** New elements go behind the kept one before them, else to the start of the content. */
function insertBehind({ text, element }: Placed, previous: XmlElement | null, inserted: readonly string[]): TextEdit[] {
  if (inserted.length === 0) return [];
  if (previous === null && element.closeStart === element.end) return insertChild(text, element, inserted.join(''));
  const at = previous?.end ?? element.openEnd;
  return [{ span: { start: at, end: at }, text: inserted.join('') }];
}

/** The child elements by what makes them the same; of equal ones each has its number. */
function keyed(element: XmlElement): Map<string, XmlElement> {
  const seen = new Map<string, number>();
  const result = new Map<string, XmlElement>();
  for (const child of childElements(element)) {
    const key = identity(child);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    result.set(`${key} ${count}`, child);
  }
  return result;
}

/** A cell keeps its identity when it gets a wrapper or loses it. */
function identity(element: XmlElement): string {
  const cell = childElements(element).some(({ name }) => name === 'mxCell');
  const name = cell ? 'mxCell' : element.name;
  return `${name} ${attributeOf(element, 'id') ?? attributeOf(element, 'as') ?? ''}`;
}

/** A largest set of keys that stand in the same order in both lists: the longest increasing run of places (patience). */
function longestCommonOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((key, place) => [key, place]));
  const common = after.flatMap((key) => (places.has(key) ? [{ key, place: places.get(key) ?? 0 }] : []));
  const tails: number[] = []; // by length - 1: index in `common` of the smallest last place
  const previous: number[] = [];
  common.forEach(({ place }, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (common[tails[middle]!]!.place < place) low = middle + 1;
      else high = middle;
    }
    previous[i] = low === 0 ? -1 : tails[low - 1]!;
    tails[low] = i;
  });
  const kept = new Set<string>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(common[i]!.key);
  return kept;
}

/** Whether text, CDATA or comments differ: such an element is replaced whole. */
const differInText = (a: XmlElement, b: XmlElement): boolean => textsOf(a) !== textsOf(b);

function textsOf(element: XmlElement): string {
  const texts = element.children.filter((node) => node.kind !== 'element' && !isBlank(node));
  return texts.map((node) => (node.kind === 'element' ? '' : `${node.kind} ${node.value}`)).join('\0');
}

function replaced(stored: Placed, wanted: Placed): TextEdit {
  const { start, end } = stored.element;
  return { span: { start, end }, text: printXml(wanted.text, wanted.element, layoutOf(stored)) };
}

/** Whether the children of an element stand on lines of their own. */
const layoutOf = (placed: Placed) => (leadOf(placed)[1] === null ? 'compact' : 'indented');

/** The line break and indentation before the children of an element that is spread over lines, and their depth; null for a compact one. */
function leadOf({ text, element }: Placed): [lead: string, depth: number | null] {
  const first = childElements(element)[0];
  if (first === undefined) return ['', null];
  const gap = text.slice(gapBefore(text, first.start), first.start);
  const line = gap.lastIndexOf('\n');
  if (line < 0) return ['', null];
  return [gap.slice(gap.charAt(line - 1) === '\r' ? line - 1 : line), Math.round((gap.length - line - 1) / 2)];
}
