/** Bytes as a string of the same length, a byte a character (U+0000 to U+00FF), and back. */
export function binaryFromBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

export function bytesFromBinary(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** UTF-8 text of bytes; null when they are none. A byte order mark is kept as U+FEFF. */
export function utf8FromBytes(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** As `utf8FromBytes`, with U+FFFD for what is no UTF-8. */
export const lenientUtf8FromBytes = (bytes: Uint8Array): string => lenient.decode(bytes);

export const bytesFromUtf8 = (text: string): Uint8Array => encoder.encode(text);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();
