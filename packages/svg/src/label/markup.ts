import { Parser } from 'htmlparser2';
import { escaped, htmlElement } from '../draw/element.ts';
import { hrefOf, isElsewhere } from '../output/href.ts';
import { embedded } from '../shapes/image.ts';
import { safeStyle } from './declarations.ts';

/** What is kept of a stranger's markup: elements with their own attributes, beside those of `EVERYWHERE`. */
const ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  a: [],
  abbr: [],
  address: [],
  b: [],
  big: [],
  blockquote: [],
  br: [],
  caption: [],
  center: [],
  cite: [],
  code: [],
  col: ['span', 'width'],
  colgroup: ['span', 'width'],
  dd: [],
  del: [],
  dfn: [],
  div: [],
  dl: [],
  dt: [],
  em: [],
  font: ['color', 'face', 'size'],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: ['size', 'width', 'color'],
  i: [],
  img: ['width', 'height', 'alt'],
  ins: [],
  kbd: [],
  li: ['value', 'type'],
  mark: [],
  ol: ['start', 'type'],
  p: [],
  pre: [],
  q: [],
  s: [],
  samp: [],
  small: [],
  span: [],
  strike: [],
  strong: [],
  sub: [],
  sup: [],
  table: ['border', 'cellpadding', 'cellspacing', 'width', 'height', 'bgcolor'],
  tbody: [],
  td: ['colspan', 'rowspan', 'width', 'height', 'bgcolor', 'valign', 'nowrap'],
  tfoot: [],
  th: ['colspan', 'rowspan', 'width', 'height', 'bgcolor', 'valign', 'nowrap'],
  thead: [],
  tr: ['height', 'bgcolor', 'valign'],
  tt: [],
  u: [],
  ul: ['type'],
  var: [],
  wbr: [],
};

const EVERYWHERE = ['align', 'dir', 'title'] as const;
const VOID: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'wbr']);
/** Elements that go with all that is in them; any other that is not kept leaves its content. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style head title template noscript iframe object embed svg math textarea select option xmp noembed noframes plaintext'.split(
    ' ',
  ),
);
/** Values that need no closer look: none of these attributes is an address. */
const PLAIN = /^[^<>"]{0,200}$/;
/** Elements deeper than this leave their content to their parents: readers of XML take no depth. */
const DEEPEST = 200;

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  inside: string;
}

/** What is well-formed and harmless of an HTML label, as XHTML. @param hasLinks whether links may stand in it; else they are plain text */
export function safeMarkup(html: string, hasLinks: boolean): string {
  const root: Open = { name: '', attributes: {}, inside: '' };
  const open: Open[] = [root];
  /** Names of all elements that are open in the label, kept or not. */
  const kept: (Open | null)[] = [];
  let dropped = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (dropped > 0 || DROPPED.has(name)) dropped++;
      const isKept = dropped === 0 && Object.hasOwn(ELEMENTS, name) && (hasLinks || name !== 'a');
      const element: Open | null =
        isKept && open.length < DEEPEST ? { name, attributes: safeAttributes(name, attributes), inside: '' } : null;
      kept.push(element);
      if (element !== null) open.push(element);
    },
    ontext(text) {
      if (dropped === 0) (open.at(-1) ?? root).inside += escaped(text);
    },
    onclosetag() {
      if (dropped > 0) dropped--;
      const element = kept.pop() ?? null;
      if (element === null) return;
      open.pop();
      const { name, attributes, inside } = element;
      (open.at(-1) ?? root).inside += written(name, attributes, inside);
    },
  });
  parser.end(html);
  return root.inside;
}

const written = (name: string, attributes: Open['attributes'], inside: string): string =>
  name === 'img' && attributes['src'] === undefined
    ? ''
    : htmlElement(name, attributes, VOID.has(name) ? null : inside);

function safeAttributes(name: string, attributes: Open['attributes']): Open['attributes'] {
  const safe: Record<string, string> = {};
  for (const key of [...EVERYWHERE, ...(ELEMENTS[name] ?? [])]) {
    const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
    if (value !== undefined && PLAIN.test(value)) safe[key] = value;
  }
  const style = safeStyle(attributes['style'] ?? '');
  if (style !== '') safe['style'] = style;
  if (name === 'a') Object.assign(safe, linkTo(attributes['href'] ?? null));
  const source = name === 'img' ? embedded(attributes['src'] ?? '') : null;
  if (source !== null) safe['src'] = source;
  return safe;
}

function linkTo(written: string | null): Open['attributes'] {
  const href = hrefOf(written);
  if (href === null) return {};
  return isElsewhere(href) ? { href, target: '_blank', rel: 'noopener' } : { href };
}
