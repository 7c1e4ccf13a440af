import type { Model } from './element.ts';

// The groups are those of kramdown 2.5 (`Parser::Html::Constants`).

const words = (text: string): readonly string[] => text.split(' ');

/** Elements that make no block of their own. */
export const SPAN_ELEMENTS: readonly string[] = words(
  'a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby ' +
    'samp select small span strong sub sup time tt u var',
);

const BLOCK_ELEMENTS = new Set(
  words(
    'address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form h1 h2 h3 ' +
      'h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary table tbody ' +
      'td th thead tfoot tr ul',
  ),
);

const VOID_ELEMENTS = new Set(
  words('area base br col command embed hr img input keygen link meta param source track wbr'),
);

const MODELS: ReadonlyMap<string, Model> = new Map([
  ...words(
    'address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup ' +
      'iframe li main map menu nav noscript object section summary td',
  ).map((name) => [name, 'block'] as const),
  ...words(
    'a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp ' +
      'rt rtc ruby select small span strong sub sup th tt',
  ).map((name) => [name, 'span'] as const),
  ...words('script style math option textarea pre code kbd samp var').map((name) => [name, 'raw'] as const),
]);

const SPANS = new Set(SPAN_ELEMENTS);

/** What `markdown="…"` asks for; `default` is the element's own way. */
export const MARKDOWN_ATTRIBUTE: ReadonlyMap<string, Model | 'default'> = new Map([
  ['0', 'raw'],
  ['1', 'default'],
  ['span', 'span'],
  ['block', 'block'],
]);

/** Whether the element makes no block of its own. `name` in any case. */
export function isSpanElement(name: string): boolean {
  return SPANS.has(name.toLowerCase());
}

/** Whether the element cannot stand in a line of text. */
export function isBlockElement(name: string): boolean {
  return BLOCK_ELEMENTS.has(name);
}

/** Whether the element has no content. */
export function isVoidElement(name: string): boolean {
  return VOID_ELEMENTS.has(name);
}

/** How the element's content is read when kramdown reads it; `raw` for those it does not know. */
export function modelOf(name: string): Model {
  return MODELS.get(name) ?? 'raw';
}

/** The element's name as kramdown keeps it: in lower case when it knows the element. */
export function elementName(name: string): string {
  const lower = name.toLowerCase();
  return isKnown(lower) ? lower : name;
}

/** Whether it is an element that kramdown knows, in lower case. */
export function isKnown(name: string): boolean {
  return SPANS.has(name) || BLOCK_ELEMENTS.has(name) || VOID_ELEMENTS.has(name) || MODELS.has(name);
}
