import type { Diagnostic, Reading } from '@mxg/model';
import { binaryFromBytes, bytesFromBinary, bytesFromUtf8, utf8FromBytes } from './bytes.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';

/** How the bytes of a file become text. `binary`: a byte a character, for what is no text, or text of another encoding. */
export type Charset = 'utf-8' | 'utf-16le' | 'utf-16be' | 'binary';

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
  const text = utf8FromBytes(bytes);
  if (text !== null) return read(text, 'utf-8');
  return read(binaryFromBytes(bytes), 'binary');
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
  if (charset === 'utf-8') return bytesFromUtf8(text);
  if (charset === 'binary') return bytesFromBinary(text);
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), charset === 'utf-16le');
  return bytes;
}

/** A source of text at hand, in UTF-8. */
export const sourceFromText = (text: string): Source => ({ text, charset: 'utf-8' });

/** By byte order mark, or by an XML declaration or tag in two-byte characters (XML 1.0, appendix F). */
function wideCharset(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return null;
}

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

/** PNG and PDF, by their first bytes. */
function isBinary(bytes: Uint8Array): boolean {
  return (
    (bytes[0] === 0x89 && bytes[1] === 0x50) ||
    (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46)
  );
}

function tooLarge(limits: Limits): Diagnostic {
  const { code, message, hint } = messages.limitMet('input', limits.input, 0);
  return { code, severity: 'error', message, hint, span: null, exact: false };
}
