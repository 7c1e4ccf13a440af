import { LIST_NAME, SPACE } from './characters.ts';

/** What `{: #id .class key="value" name}` says. */
export interface AttributeList {
  /** Names of attribute list definitions, and words such as `toc`. */
  readonly references: readonly string[];
  /** Attributes in order; a class holds all classes, separated by spaces. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** The list that says nothing. */
export const NO_ATTRIBUTES: AttributeList = { references: [], attributes: new Map() };

/** Beyond it nothing is read of a list: its pattern takes quadratic time on quotes that are never closed. */
const LIMIT = 2000;

const ID_OR_CLASS = `#[A-Za-z][\\w:-]*|\\.[^${SPACE}.#]+`;
const ENTRY = new RegExp(
  `(?<![^${SPACE}])(?:(${LIST_NAME})=(["'])((?:\\\\[^]|[^}\\\\])*?)\\2|(${LIST_NAME})|((?:${ID_OR_CLASS})+))(?=[${SPACE}]|$)`,
  'g',
);
const EACH_ID_OR_CLASS = new RegExp(ID_OR_CLASS, 'g');

/** Reads what stands between `{:` and `}`. */
export function readAttributeList(text: string): AttributeList {
  const references: string[] = [];
  const attributes = new Map<string, string>();
  for (const [, key, quote, value, reference, marks] of text.slice(0, LIMIT).matchAll(ENTRY)) {
    if (reference !== undefined) references.push(reference);
    else if (marks !== undefined) addMarks(attributes, marks);
    else if (key !== undefined) attributes.set(key, unescape(value ?? '', quote ?? ''));
  }
  return { references, attributes };
}

/** Both lists as one: classes add up, of other attributes the second's count. */
export function joinLists(first: AttributeList | null, second: AttributeList): AttributeList {
  if (first === null) return second;
  const attributes = new Map(first.attributes);
  for (const [key, value] of second.attributes) setAttribute(attributes, key, value);
  return { references: [...first.references, ...second.references], attributes };
}

/** Writes the list's attributes into those of an element; definitions it refers to come first. */
export function applyList(
  target: Map<string, string>,
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
): void {
  for (const each of expand(list, definitions, new Set()))
    for (const [key, value] of each.attributes) setAttribute(target, key, value);
}

/** The list and those that it refers to, each before the one that names it, none within itself. */
function expand(
  list: AttributeList,
  definitions: ReadonlyMap<string, AttributeList>,
  seen: Set<AttributeList>,
): readonly AttributeList[] {
  if (seen.has(list) || seen.size > LIMIT) return [];
  seen.add(list);
  const named = list.references.flatMap((name) => definitions.get(name) ?? []);
  return [...named.flatMap((each) => expand(each, definitions, seen)), list];
}

function addMarks(attributes: Map<string, string>, marks: string): void {
  for (const [mark] of marks.matchAll(EACH_ID_OR_CLASS))
    setAttribute(attributes, mark.startsWith('#') ? 'id' : 'class', mark.slice(1));
}

function setAttribute(attributes: Map<string, string>, key: string, value: string): void {
  const before = key === 'class' ? attributes.get(key) : undefined;
  attributes.set(key, before === undefined ? value : `${before} ${value}`);
}

function unescape(value: string, quote: string): string {
  return value.replaceAll('\\}', '}').replaceAll(`\\${quote}`, quote);
}
