import { failed, success } from '../failure.ts';
import * as messages from '../messages.ts';
import { resolveReference } from '../xml/reference.ts';
import type { Coding, Decoded, Locate } from './coding.ts';

/** How one kind of escape is written: the tokens that stand for something else, and the way back. */
interface Escapes {
  /** Global; each match stands for what `resolve` gives. Linear: no token can be read in two ways. */
  readonly tokens: RegExp;
  readonly resolve: (token: string) => string;
  readonly escape: (text: string) => string;
}

/** Text as it is. */
export const identity: Coding = (encoded) =>
  success({ text: encoded, encode: (text) => text, locate: (offsets) => [...offsets] });

/** The value of an XML attribute in double or single quotes, as it stands between them. */
export const xmlAttribute: Coding = (encoded) =>
  escaped(encoded, {
    tokens: /&[^&;]{1,12};|\r\n|[\r\n\t]/g,
    resolve: (token) => (token.startsWith('&') ? (resolveReference(token.slice(1, -1)) ?? token) : ' '),
    escape: (text) => escapeXmlAttribute(text, encoded),
  });

/** Character data of XML. */
export const xmlText: Coding = (encoded) => escaped(encoded, characterData(/&[^&;]{1,12};|\r\n?/g));

/** All between the tags of a well-formed XML element: comments and instructions do not count. For elements without CDATA. */
export const xmlContent: Coding = (encoded) =>
  escaped(encoded, characterData(/&[^&;]{1,12};|\r\n?|<!--.*?-->|<\?.*?\?>/gs));

/** As `xmlContent`, also with CDATA. Text in CDATA is written otherwise than text beside it, so edits rewrite the whole. */
export const mixedXmlContent: Coding = (encoded) => {
  const tokens = /&[^&;]{1,12};|\r\n?|<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/gs;
  return success({ ...decodedText(encoded, characterData(tokens)), locate: null });
};

const characterData = (tokens: RegExp): Escapes => ({
  tokens,
  resolve: (token) => {
    if (token.startsWith('&')) return resolveReference(token.slice(1, -1)) ?? token;
    if (token.startsWith('<![')) return token.slice('<![CDATA['.length, -']]>'.length);
    return token.startsWith('<') ? '' : '\n';
  },
  escape: (text) => text.replace(/[&<>]/g, (unit) => MARKUP[unit] ?? unit),
});

/** An attribute's value or text of HTML. Unknown names stay as they are, as browsers leave them. */
export const htmlText: Coding = (encoded) =>
  escaped(encoded, {
    tokens: /&[^&;]{1,12};/g,
    resolve: (token) => (token === '&nbsp;' ? '\u00a0' : (resolveReference(token.slice(1, -1)) ?? token)),
    escape: escapeHtml,
  });

/** The inside of a JSON string, without its quotes. */
export const jsonString: Coding = (encoded) =>
  escaped(encoded, {
    tokens: /\\(?:u[0-9a-fA-F]{4}|.)/gs,
    resolve: resolveJson,
    escape: (text) => JSON.stringify(text).slice(1, -1),
  });

/**
 * URL-encoded text: `encodeURIComponent`'s, or Java's with `+` for space. A `+` is a space where the text has no `%20`: both
 * writers escape a real plus sign.
 */
export const percent: Coding = (encoded) => {
  const plus = encoded.includes('+') && !encoded.includes('%20');
  const spaced = plus ? encoded.replaceAll('+', ' ') : encoded;
  let lower: boolean | undefined; // told when it is first needed: reading alone does not need it
  try {
    return success({
      text: decodeURIComponent(spaced),
      encode: (text) => escapePercent(text, plus, (lower ??= inLowerCase(encoded))),
      // of what an escape stands for only the length counts: two code units for UTF-8 of four bytes, else one
      locate: locator(encoded, plus ? PERCENT_PLUS : PERCENT, ({ length }) => (length === 12 ? '😀' : ' ')),
    });
  } catch {
    const at = firstBadEscape(encoded);
    return failed(messages.badEscape(encoded.slice(at, at + 12), at));
  }
};

/** White space, and `>` of block quotes, that was put into a URL-encoded text to wrap it: encoded, it would stand as escapes. */
export const wrapped: Coding = (encoded) =>
  escaped(encoded, { tokens: /[ \t\r\n>]+/g, resolve: () => '', escape: (text) => text });

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a text for HTML, in text and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (unit) => MARKUP[unit] ?? unit);

/**
 * Escapes a text for an XML attribute in either quote, as draw.io writes it: line breaks and tabs as references.
 * @param like the XML that it goes into: draw.io has written line breaks as `&#xa;` and `&#10;`
 */
export function escapeXmlAttribute(text: string, like = ''): string {
  return text.replace(/[&<>"'\n\r\t]/g, (unit) => (unit === '\n' ? newlineReference(like) : (ATTRIBUTE[unit] ?? unit)));
}

const ATTRIBUTE: Readonly<Record<string, string>> = { ...MARKUP, '\r': '&#13;', '\t': '&#9;' };

/** How a text writes a line break, told by its beginning, so that many edits of a long text stay quick. */
const newlineReference = (like: string): string => (/&#xa;/i.exec(like.slice(0, 10_000)) ?? ['&#10;'])[0];

/** One character's escapes: UTF-8 of one to four bytes. */
const PERCENT =
  /%(?:[0-7][0-9a-f]|[cd][0-9a-f]%[89ab][0-9a-f]|e[0-9a-f](?:%[89ab][0-9a-f]){2}|f[0-7](?:%[89ab][0-9a-f]){3})/gi;
const PERCENT_PLUS = new RegExp(`${PERCENT.source}|\\+`, 'gi');

const inLowerCase = (encoded: string): boolean => /%[0-9]?[a-f]/.test(encoded) && !/%[0-9]?[A-F]/.test(encoded);

function escapePercent(text: string, plus: boolean, lower: boolean): string {
  const escapes = encodeURIComponent(text.toWellFormed());
  const cased = lower ? escapes.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()) : escapes;
  return plus ? cased.replaceAll('%20', '+') : cased;
}

function firstBadEscape(encoded: string): number {
  for (let at = encoded.indexOf('%'); at >= 0; at = encoded.indexOf('%', at)) {
    const escape = new RegExp(PERCENT.source, 'iy');
    escape.lastIndex = at;
    const token = escape.exec(encoded)?.[0];
    if (token === undefined || !decodes(token)) return at;
    at += token.length;
  }
  return 0;
}

function decodes(token: string): boolean {
  try {
    decodeURIComponent(token);
    return true;
  } catch {
    return false;
  }
}

function resolveJson(token: string): string {
  try {
    return JSON.parse(`"${token}"`) as string;
  } catch {
    return token.slice(1);
  }
}

const escaped = (encoded: string, escapes: Escapes) => success(decodedText(encoded, escapes));

function decodedText(encoded: string, { tokens, resolve, escape }: Escapes): Decoded {
  return { text: encoded.replace(tokens, resolve), encode: escape, locate: locator(encoded, tokens, resolve) };
}

/** Walks the tokens once for all offsets. */
function locator(encoded: string, tokens: RegExp, resolve: (token: string) => string): Locate {
  return (offsets) => {
    const places: number[] = [];
    let shift = 0; // encoded offset - decoded offset, behind the last token
    for (const match of encoded.matchAll(tokens)) {
      const token = match[0];
      const start = match.index - shift;
      const said = resolve(token);
      if (said === token) continue;
      const { length } = said;
      while (places.length < offsets.length && offsets[places.length]! < start + length) {
        const offset = offsets[places.length]!;
        places.push(offset < start ? offset + shift : match.index);
      }
      if (places.length === offsets.length) return places;
      shift += token.length - length;
    }
    while (places.length < offsets.length) places.push(offsets[places.length]! + shift);
    return places;
  };
}
