import type { Diagnostic, Reading } from '@mxg/model';
import {
  ESCAPED_BYTE,
  binaryFromBytes,
  bytesFromBinary,
  bytesFromText as utf8FromText,
  textFromBytes,
} from './bytes.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';

/**
 * How the bytes of a file become text. `utf-8`: bytes that are none are kept as U+DC80 to U+DCFF. `latin-1`: for XML that says so.
 * `binary`: a byte a character, for what is no text.
 */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin-1' | 'binary';

/** A file as text, and how to get its bytes back. All offsets of spans and edits are in `text`; a byte order mark is part of it. */
export interface Source {
  readonly text: string;
  readonly charset: Charset;
}

/** Reads bytes as text. Any bytes give a source whose bytes are the same again; beyond the limit the text is empty. */
export function sourceFromBytes(bytes: Uint8Array, limits: Limits = defaultLimits): Reading<Source> {
  if (bytes.length > limits.input) return { value: { text: '', charset: 'binary' }, diagnostics: [tooLarge(limits)] };
  const wide = wideCharset(bytes);
  if (wide !== null && bytes.length % 2 === 0) return read(textFromWide(bytes, wide), wide);
  if (wide !== null) return read(binaryFromBytes(bytes), 'binary', { ...messages.oddUtf16(), severity: 'error' });
  if (isBinary(bytes)) return read(binaryFromBytes(bytes), 'binary');
  const text = textFromBytes(bytes);
  return saysLatin1(bytes) && ESCAPED_BYTE.test(text) ? read(binaryFromBytes(bytes), 'latin-1') : read(text, 'utf-8');
}

function read(
  text: string,
  charset: Charset,
  ...found: readonly Omit<Diagnostic, 'span' | 'exact'>[]
): Reading<Source> {
  return { value: { text, charset }, diagnostics: found.map((each) => ({ ...each, span: null, exact: false })) };
}

/** The bytes of a text in a source's charset. */
export function bytesFromText(text: string, charset: Charset): Uint8Array {
  if (charset === 'utf-8') return utf8FromText(text);
  if (charset === 'latin-1') return bytesFromBinary(text.replace(/[^\0-\xff]/gu, numericReference));
  if (charset === 'binary') return bytesFromBinary(text);
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), charset === 'utf-16le');
  return bytes;
}

/** What Latin-1 does not have, XML can say by number. */
const numericReference = (letter: string): string => `&#${letter.codePointAt(0)};`;

/** A source of text at hand, in UTF-8. */
export const sourceFromText = (text: string): Source => ({ text, charset: 'utf-8' });

/**
 * By byte order mark, or by a beginning such as `<mxfile` in two-byte characters. Markup in UTF-16 is full of zero bytes, UTF-8
 * has none.
 */
function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (!WIDE_BEGINNINGS.has(256 * (bytes[0] ?? 0) + (bytes[1] ?? 0)) || !bytes.subarray(0, 1000).includes(0))
    return null;
  const head = binaryFromBytes(bytes.subarray(0, 8));
  if (head.startsWith('\xff\xfe') || /^<\0(?:[!-~]\0){3}/.test(head)) return 'utf-16le';
  if (head.startsWith('\xfe\xff') || /^\0<(?:\0[!-~]){3}/.test(head)) return 'utf-16be';
  return null;
}

/** The first two bytes of UTF-16: the marks, and `<`. */
const WIDE_BEGINNINGS: ReadonlySet<number> = new Set([0xfffe, 0xfeff, 0x3c00, 0x003c]);

function textFromWide(bytes: Uint8Array, charset: 'utf-16le' | 'utf-16be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const units: number[] = [];
    for (let i = at; i < Math.min(at + 8192, bytes.length); i += 2)
      units.push(view.getUint16(i, charset === 'utf-16le'));
    pieces.push(String.fromCharCode(...units));
  }
  return pieces.join('');
}

/** An XML declaration that names Latin-1, or the encoding of Windows that is taken for it. */
const saysLatin1 = (bytes: Uint8Array): boolean =>
  /^<\?xml [^>]{0,80}encoding=["'](?:iso-8859-1|windows-1252)["']/i.test(binaryFromBytes(bytes.subarray(0, 120)));

/** PNG and PDF, by their first bytes. */
const isBinary = (bytes: Uint8Array): boolean =>
  /^(?:\x89PNG\r\n\x1a\n|%PDF-)/.test(binaryFromBytes(bytes.subarray(0, 8)));

function tooLarge(limits: Limits): Diagnostic {
  const { code, message, hint } = messages.limitMet('input', limits.input, 0);
  return { code, severity: 'error', message, hint, span: null, exact: false };
}
