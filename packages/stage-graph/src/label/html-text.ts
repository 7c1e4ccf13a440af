import { Parser } from 'htmlparser2';

/** What a reader sees of an HTML label. */
export interface HtmlText {
  /** On one line: words apart by one space. */
  readonly text: string;
  /** The lines that the markup makes, empty ones left out; where a long line wraps is not known here. */
  readonly lines: readonly string[];
  /** Every `<a href>`, in order. */
  readonly anchors: readonly Anchor[];
}

export interface Anchor {
  /** Entities resolved. */
  readonly href: string;
  /** The text between the tags, on one line. */
  readonly text: string;
}

/** The text of an HTML label. Never fails: what is no markup is text, as in a browser. */
export function htmlText(html: string): HtmlText {
  if (!MARKUP.test(html)) return { text: oneLine(html), lines: [oneLine(html)], anchors: [] };
  const anchors: Anchor[] = [];
  let text = '';
  let unseen = 0;
  let open: { readonly href: string; readonly from: number } | null = null;
  const close = () => {
    if (open !== null) anchors.push({ href: open.href, text: oneLine(text.slice(open.from)) });
    open = null;
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (UNSEEN.has(name)) unseen++;
        if (BREAKS.has(name)) text += '\n';
        if (name !== 'a') return;
        close();
        const href = attributes['href'];
        if (href !== undefined) open = { href, from: text.length };
      },
      onclosetag(name) {
        if (UNSEEN.has(name)) unseen--;
        if (BREAKS.has(name)) text += '\n';
        if (name === 'a') close();
      },
      ontext(data) {
        if (unseen === 0) text += data.replace(WHITE, ' ');
      },
    },
    { decodeEntities: true },
  );
  parser.end(html);
  close();
  return { ...plainText(text), anchors };
}

/** The text of a label that is not HTML. */
export function plainText(text: string): HtmlText {
  const lines = text.split('\n').map(oneLine);
  return { text: oneLine(text), lines: lines.filter((line) => line !== ''), anchors: [] };
}

/** A text on one line, as a browser collapses white space; a space that does not break is a space to a reader. */
export const oneLine = (text: string): string => text.replace(WIDTHLESS, '').replace(WHITE, ' ').trim();

const MARKUP = /[<&]/;
const WHITE = /\s+/g;
/** What editors leave behind unseen: soft hyphens, zero-width spaces and joiners, marks of direction, byte order marks. */
const WIDTHLESS = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
/** Elements whose text is not shown. */
const UNSEEN = new Set(['script', 'style', 'title', 'template', 'head', 'noscript']);
/** Elements that end a line or a table cell, by the HTML standard's default style sheet. */
const BREAKS = new Set(
  (
    'address article aside blockquote br center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
