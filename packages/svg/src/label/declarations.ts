/** What a stranger's style may declare: the look of a text and of the boxes in it, nothing that would move it over the page. */
const PROPERTIES: ReadonlySet<string> = new Set(
  'color background background-color font font-family font-size font-style font-weight font-variant line-height letter-spacing word-spacing text-align text-decoration text-decoration-line text-decoration-color text-decoration-style text-indent text-transform vertical-align white-space word-break word-wrap overflow-wrap direction display width height min-width min-height max-width max-height margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left border border-top border-right border-bottom border-left border-width border-style border-color border-top-width border-bottom-width border-left-width border-right-width border-top-style border-bottom-style border-left-style border-right-style border-top-color border-bottom-color border-left-color border-right-color border-collapse border-spacing border-radius box-sizing list-style list-style-type opacity'.split(
    ' ',
  ),
);

/** Colours are the only functions: none that fetches, computes or runs something. */
const FUNCTION = /\b(?:rgba?|hsla?)\([\d.,%\s/]{1,60}\)/gi;
const VALUE = /^[\p{L}\p{N}_\s#%.,'"+-]{1,300}$/u;
/** Lengths that would pull a text out of its place. */
const NEGATIVE = /(?:^|\s)-[\d.]/;

/** The declarations of a `style` attribute that are on the list, in their order. */
export function safeStyle(style: string): string {
  const declared: string[] = [];
  for (const each of style.slice(0, LONGEST).split(';')) {
    const colon = each.indexOf(':');
    const name = each.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = each
      .slice(colon + 1)
      .trim()
      .replace(/\s{0,9}!important$/i, '');
    if (!PROPERTIES.has(name) || !VALUE.test(value.replace(FUNCTION, 'x'))) continue;
    if (!name.startsWith('margin') || !NEGATIVE.test(value)) declared.push(`${name}:${value}`);
  }
  return declared.join(';');
}

/** Characters of a style that is read. */
const LONGEST = 10_000;
