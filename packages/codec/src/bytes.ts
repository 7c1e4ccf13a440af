/** Bytes as a string of the same length, a byte a character (U+0000 to U+00FF), and back. */
export function binaryFromBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // `apply`, for spreading is seven times slower
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]));
  return pieces.join('');
}

export function bytesFromBinary(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Text of bytes in UTF-8. A byte that is none becomes U+DC00 + byte, half of a surrogate pair, which UTF-8 itself never gives:
 * so all else reads as it should, and `bytesFromText` gives the same bytes again. A byte order mark is kept as U+FEFF.
 */
export function textFromBytes(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    return escapedText(bytes);
  }
}

function escapedText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      pieces.push(strict.decode(bytes.subarray(from, at)), String.fromCharCode(0xdc00 + (bytes[at] ?? 0)));
      from = ++at;
    } else at += length;
  }
  pieces.push(strict.decode(bytes.subarray(from)));
  return pieces.join('');
}

/** The bytes of a text in UTF-8, escaped ones as they were. */
export function bytesFromText(text: string): Uint8Array {
  if (text.isWellFormed()) return encoder.encode(text);
  const pieces = text.split(ESCAPED_BYTE_PARTS).map((piece, i) => {
    return i % 2 === 0 ? encoder.encode(piece) : Uint8Array.of(piece.charCodeAt(0) - 0xdc00);
  });
  return concatenated(pieces);
}

/** Bytes one after the other. */
export function concatenated(pieces: readonly Uint8Array[]): Uint8Array {
  const only = pieces[0];
  if (pieces.length === 1 && only !== undefined) return only;
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A byte that was no UTF-8, as `textFromBytes` writes it. */
export const ESCAPED_BYTE = /[\udc80-\udcff]/u;
const ESCAPED_BYTE_PARTS = /([\udc80-\udcff])/u;

/** Bytes of the UTF-8 sequence at a place; 0 for none (RFC 3629, section 4). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  const isNext = (i: number) => ((bytes[at + i] ?? 0) & 0xc0) === 0x80;
  if (first >= 0xc2 && first <= 0xdf) return isNext(1) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const inRange = second >= (first === 0xe0 ? 0xa0 : 0x80) && second <= (first === 0xed ? 0x9f : 0xbf);
    return inRange && isNext(2) ? 3 : 0;
  }
  if (first < 0xf0 || first > 0xf4) return 0;
  const inRange = second >= (first === 0xf0 ? 0x90 : 0x80) && second <= (first === 0xf4 ? 0x8f : 0xbf);
  return inRange && isNext(2) && isNext(3) ? 4 : 0;
}
