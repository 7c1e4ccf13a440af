import { SaxesParser } from 'saxes';

const SVG = 'http://www.w3.org/2000/svg';
const HTML = 'http://www.w3.org/1999/xhtml';

/** The attributes that an element may have, beside those of `EVERYWHERE`. An element that is missing here may not occur. */
const ELEMENTS: Readonly<Record<string, string>> = {
  svg: 'xmlns width height viewBox role content aria-labelledby aria-describedby',
  title: 'id',
  desc: 'id',
  defs: '',
  g: 'data-cell-id font-family font-size font-weight font-style text-anchor text-decoration',
  a: 'href target rel aria-label',
  path: 'd',
  rect: 'x y width height rx ry',
  ellipse: 'cx cy rx ry',
  circle: 'cx cy r',
  text: 'x y dx dy font-family font-size font-weight font-style text-anchor text-decoration textLength',
  tspan: 'x y dx dy font-family font-size font-weight font-style text-decoration baseline-shift href target rel',
  image: 'x y width height href preserveAspectRatio',
  linearGradient: 'id x1 y1 x2 y2 gradientUnits gradientTransform',
  radialGradient: 'id cx cy r fx fy gradientUnits gradientTransform',
  stop: 'offset stop-color stop-opacity',
  clipPath: 'id clipPathUnits',
  mask: 'id x y width height maskUnits',
  pattern: 'id x y width height patternUnits patternTransform viewBox',
  filter: 'id x y width height filterUnits color-interpolation-filters',
  feDropShadow: 'dx dy stdDeviation flood-color flood-opacity in result',
  feGaussianBlur: 'in stdDeviation result',
  feOffset: 'in dx dy result',
  feFlood: 'flood-color flood-opacity result',
  feComposite: 'in in2 operator result',
  feMerge: 'result',
  feMergeNode: 'in',
  switch: '',
  foreignObject: 'width height requiredFeatures',
};

/** The same of labels that are HTML, in a `foreignObject`. */
const HTML_ELEMENTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'abbr address b big blockquote br caption center cite code dd del dfn dl dt em h1 h2 h3 h4 h5 h6 i ins kbd mark p pre q s samp small span strike strong sub sup tbody tfoot thead tt u var wbr'
      .split(' ')
      .map((name) => [name, '']),
  ),
  a: 'href target rel',
  col: 'span width',
  colgroup: 'span width',
  div: 'xmlns',
  font: 'color face size',
  hr: 'size width color',
  img: 'src width height alt',
  li: 'value type',
  ol: 'start type',
  table: 'border cellpadding cellspacing width height bgcolor',
  td: 'colspan rowspan width height bgcolor valign nowrap',
  th: 'colspan rowspan width height bgcolor valign nowrap',
  tr: 'height bgcolor valign',
  ul: 'type',
};
const HTML_EVERYWHERE = new Set(['style', 'align', 'dir', 'title']);
const BOTH = '(?:#[\\da-f]{3,8}|[a-z]{3,30}|rgba?\\([\\d.,%\\s]{3,60}\\))';

/** The look of a text and its boxes; nothing that takes it elsewhere on a page, as `position` and `transform` do. */
const PROPERTY =
  /^(?:align-items|background(?:-color)?|border(?:-[a-z-]+)?|box-sizing|color|direction|display|font(?:-[a-z]+)?|justify-content|letter-spacing|line-height|list-style(?:-type)?|margin(?:-[a-z]+)?|(?:min-|max-)?(?:width|height)|opacity|overflow(?:-wrap)?|padding(?:-[a-z]+)?|pointer-events|text-[a-z-]+|vertical-align|white-space|word-[a-z]+)$/;
/** Colours are the only functions. */
const LOOK = new RegExp(
  `^(?:[\\p{L}\\p{N}_\\s#%.,'"+-]|light-dark\\(${BOTH},${BOTH}\\)|(?:rgb|hsl)a?\\([\\d.,%\\s/]{3,60}\\))*$`,
  'iu',
);

const EVERYWHERE = new Set(
  'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity transform style clip-path clip-rule mask filter pointer-events visibility xml:space'.split(
    ' ',
  ),
);

/** What holds a stranger's words, and is never read as a reference to something. */
const WORDS = new Set(['data-cell-id', 'content', 'href', 'aria-label']);
const PAINTS = new Set('fill stroke stop-color flood-color color'.split(' '));
/** What is a picture by itself; as the source of an `image` no script in it runs, and nothing that it refers to is fetched. */
const IMAGE = /^data:image\/(?:png|jpeg|jpg|gif|webp|bmp|svg\+xml)(?:;(?:base64|utf8|charset=[\w-]+))*,[^\s"'<>]*$/;
const COLOUR = /^(?:#[\da-f]{3,8}|[a-z]{3,30}|rgba?\([\d.,%\s]{3,60}\))$/i;
const DECLARATION = new RegExp(`^(?:fill|stroke|stop-color|flood-color|color):light-dark\\(${BOTH},${BOTH}\\)$`, 'i');
const REFERENCE = /^url\(#([\w.-]+)\)$/;
const NUMBERS = new Set('x y width height rx ry cx cy r dx dy x1 y1 x2 y2 d points transform viewBox'.split(' '));
const LINK = /^(?:https?:|mailto:|tel:|ftp:|(?![a-z][a-z0-9+.-]*:)|$)/i;

/** What is wrong with a picture for those who show it: markup, references or addresses that are not on the lists. Empty when nothing is. */
export function faultsOf(svg: string): readonly string[] {
  const faults = new Set<string>();
  const [ids, references, open] = [new Set<string>(), new Set<string>(), [] as string[]];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => void faults.add(`not well-formed: ${message}`));
  parser.on('doctype', () => void faults.add('a doctype'));
  parser.on('processinginstruction', () => void faults.add('a processing instruction'));
  parser.on('comment', () => void faults.add('a comment'));
  parser.on('cdata', () => void faults.add('a CDATA section'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    const isHtml = uri === HTML && open.includes('foreignObject');
    const elements = isHtml ? HTML_ELEMENTS : ELEMENTS;
    if ((!isHtml && uri !== SVG) || !Object.hasOwn(elements, local)) faults.add(`the element \`${local}\``);
    if (local === 'svg' && open.length > 0) faults.add('an svg in an svg');
    if (local === 'a' && open.includes('a')) faults.add('a link in a link');
    open.push(local);
    const known = new Set((elements[local] ?? '').split(' '));
    for (const { name, value } of Object.values(attributes)) {
      const at = `\`${name}\` of \`${local}\`: \`${value.slice(0, 80)}\``;
      if (!known.has(name) && !(isHtml ? HTML_EVERYWHERE : EVERYWHERE).has(name)) faults.add(`the attribute ${at}`);
      if (isHtml) {
        if (name === 'style')
          for (const each of value.split(';').filter(isStrangeLook))
            faults.add(`the style \`${each}\` of \`${local}\``);
        if (name === 'href' && !LINK.test(value.trim())) faults.add(`the address ${at}`);
        if (name === 'src' && !IMAGE.test(value)) faults.add(`the address ${at}`);
        continue;
      }
      if (name === 'id') {
        if (ids.has(value)) faults.add(`twice the id ${at}`);
        ids.add(value);
      }
      const reference = WORDS.has(name) ? undefined : REFERENCE.exec(value)?.[1];
      if (name.startsWith('aria-') && name.endsWith('by')) references.add(value);
      if (reference !== undefined) references.add(reference);
      else if (/url\s*\(/i.test(value) && !WORDS.has(name)) faults.add(`a reference to elsewhere in ${at}`);
      if (PAINTS.has(name) && reference === undefined && !COLOUR.test(value)) faults.add(`no colour in ${at}`);
      if (NUMBERS.has(name) && /NaN|Infinity|undefined|null/.test(value)) faults.add(`no number in ${at}`);
      if (name === 'href' && !(local === 'image' ? IMAGE : LINK).test(value.trim())) faults.add(`the address ${at}`);
      if (name === 'style')
        for (const each of strangeStyles(local, value)) faults.add(`the style \`${each}\` of \`${local}\``);
    }
  });
  parser.on('closetag', () => void open.pop());
  parser.write(svg).close();
  for (const id of references) if (!ids.has(id)) faults.add(`a reference to \`#${id}\`, which is not there`);
  return [...faults];
}

const isStrangeLook = (declaration: string): boolean =>
  !PROPERTY.test(declaration.split(':', 1)[0] ?? '') || !LOOK.test(declaration.replace(/^[^:]*:/, ''));

const strangeStyles = (element: string, style: string): readonly string[] =>
  (element === 'svg' && /^color-scheme:(?:dark|light dark)$/.test(style)) ||
  (element === 'foreignObject' && style === 'overflow:visible;text-align:left')
    ? []
    : style.split(';').filter((declaration) => !DECLARATION.test(declaration));
