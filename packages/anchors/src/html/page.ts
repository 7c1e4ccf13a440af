import { Parser } from 'htmlparser2';
import type { Anchor } from '../anchor.ts';
import { idsOf } from './ids.ts';

/** A heading that is open while a page is read. */
interface OpenHeading {
  readonly tag: string;
  /** Where its anchors begin in the list. */
  readonly from: number;
  text: string;
}

/** Every id of an HTML page, in document order; those in or on a heading have its text. Never throws. */
export function anchorsOfHtml(html: string): readonly Anchor[] {
  const anchors: Anchor[] = [];
  const lineAt = lineCounter(html);
  let heading: OpenHeading | null = null;
  const close = (tag: string) => {
    if (heading?.tag !== tag) return;
    const { text, from } = heading;
    for (let i = from; i < anchors.length; i++) {
      const anchor = anchors[i];
      if (anchor !== undefined) anchors[i] = { ...anchor, text: text.trim().replace(/\s+/g, ' ') };
    }
    heading = null;
  };
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (HEADING.test(tag)) heading = { tag, from: anchors.length, text: '' };
      const level = heading === null ? null : Number(heading.tag.slice(1));
      for (const id of idsOf(tag, attributes)) anchors.push({ id, text: '', level, line: lineAt(parser.startIndex) });
    },
    ontext: (text) => {
      if (heading !== null) heading.text += text;
    },
    onclosetag: close,
  });
  parser.end(html);
  return anchors;
}

const HEADING = /^h[1-6]$/;

/** Lines of offsets that only grow: the text is walked once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < offset; next = text.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}
