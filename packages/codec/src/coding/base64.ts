import { binaryFromBytes, bytesFromBinary, bytesFromText, textFromBytes } from '../bytes.ts';
import { failed, success, type Outcome } from '../failure.ts';
import * as messages from '../messages.ts';
import type { Coding, Decoded } from './coding.ts';
import { deflateAs, inflate } from './inflate.ts';

/** `base64(deflate(text))`, the compressed form of draw.io. */
export const compressed: Coding = (encoded, limits) => {
  const bytes = bytesOfBase64(encoded);
  if (!bytes.ok) return bytes;
  const inflated = inflate(bytes.value, ['raw', 'zlib'], limits);
  if (!inflated.ok) return inflated;
  return success({
    text: textFromBytes(inflated.value.bytes),
    encode: (plain) => base64Like(encoded, deflateAs(bytesFromText(plain), inflated.value.frame)),
    locate: null,
  });
};

/** `base64(text)`, the text in UTF-8. */
export const base64Text: Coding = (encoded) => plainBase64(encoded, textFromBytes, bytesFromText);

/** `base64(bytes)`, the bytes as a binary string. */
export const base64Binary: Coding = (encoded) => plainBase64(encoded, binaryFromBytes, bytesFromBinary);

function plainBase64(
  encoded: string,
  read: (bytes: Uint8Array) => string,
  write: (text: string) => Uint8Array,
): Outcome<Decoded> {
  const bytes = bytesOfBase64(encoded);
  if (!bytes.ok) return bytes;
  return success({ text: read(bytes.value), encode: (text) => base64Like(encoded, write(text)), locate: null });
}

/** Base64 of bytes, in one line. */
export const base64OfBytes = (bytes: Uint8Array): string => btoa(binaryFromBytes(bytes));

/** Whether a text may be base64: nothing but its alphabet, padding and white space, and enough to hold something. */
export const looksLikeBase64 = (text: string): boolean => text.length >= 16 && !/[^A-Za-z0-9+/=\s]/.test(text);

/** Whether a text begins as base64 does, whatever follows: then what follows is what is wrong with it. */
export const beginsLikeBase64 = (text: string): boolean => /^[A-Za-z0-9+/]{16}/.test(text);

/** The first bytes of what may be base64, as a binary string; empty when it is none. */
export function base64Head(text: string): string {
  const head = text.slice(0, 64).replace(/\s+/g, '');
  const whole = head.slice(0, head.length - (head.length % 4));
  return /^[A-Za-z0-9+/]*={0,2}$/.test(whole) ? atob(whole) : '';
}

function bytesOfBase64(encoded: string): Outcome<Uint8Array> {
  const bad = /[^A-Za-z0-9+/=\s]/.exec(encoded);
  if (bad !== null) return failed(messages.badBase64(encoded.slice(bad.index, bad.index + 12), bad.index));
  try {
    return success(bytesFromBinary(atob(encoded)));
  } catch {
    return failed(messages.badBase64(encoded.slice(-12), Math.max(0, encoded.length - 12)));
  }
}

/** Base64 wrapped and padded at its ends as `model` is. */
function base64Like(model: string, bytes: Uint8Array): string {
  const body = model.trim();
  const lead = model.slice(0, model.indexOf(body));
  const tail = model.slice(lead.length + body.length);
  const text = base64OfBytes(bytes);
  const unpadded = body.length % 4 === 0 || body.endsWith('=') || /\s/.test(body) ? text : text.replace(/=+$/, '');
  const wrap = /^(\S+)(\s+)/.exec(body);
  const wrappedText =
    wrap === null ? unpadded : (unpadded.match(new RegExp(`.{1,${wrap[1]?.length ?? 76}}`, 'g')) ?? []).join(wrap[2]);
  return lead + wrappedText + tail;
}
