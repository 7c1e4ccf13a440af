import { Tokenizer } from 'htmlparser2';
import { HtmlReader } from './html-reader.ts';

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

/** The text of an HTML label. Never fails: what is no markup is text, as in a browser. A newline breaks the line, as in draw.io. */
export function htmlText(html: string): HtmlText {
  if (!MARKUP.test(html)) return plainText(html);
  const reader = new HtmlReader(html);
  const tokens = new Tokenizer({ decodeEntities: true }, reader);
  tokens.write(html);
  tokens.end();
  const anchors = reader.anchors.map(({ href, text }) => ({ href, text: oneLine(text) }));
  return { ...plainText(reader.text), anchors };
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
