import { binaryFromBytes, bytesFromBinary, bytesFromText, textFromBytes } from '../bytes.ts';
import { crc32 } from '../crc32.ts';
import { failed, success } from '../failure.ts';
import * as messages from '../messages.ts';
import type { Coding } from './coding.ts';
import { deflateAs, inflate } from './inflate.ts';

/** The first eight bytes of every PNG (PNG 1.2, 3.1), as a binary string. */
export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/**
 * A whole text chunk of a PNG (length, type, keyword, body, CRC; PNG 1.2, 4.2.3) as a binary string. Length and CRC are
 * written anew, all else of the chunk's header stays. A `zTXt` body is zlib, or raw deflate from old versions of draw.io.
 */
export const pngTextChunk: Coding = (chunk, limits) => {
  const type = chunk.slice(4, 8);
  const data = chunk.slice(8, -4);
  const head = headLength(type, data);
  if (head === null) return failed(messages.pngTruncated(0));
  const body = bytesFromBinary(data.slice(head));
  const flags = type === 'iTXt' ? data.slice(data.indexOf('\0') + 1) : '\0\0';
  const deflated = type === 'zTXt' || (type === 'iTXt' && flags.charCodeAt(0) === 1);
  if (deflated && (type === 'zTXt' ? data.charCodeAt(head - 1) : flags.charCodeAt(1)) !== 0)
    return failed(messages.pngCompression(0));
  const inflated = deflated ? inflate(body, ['zlib', 'raw'], limits) : null;
  if (inflated !== null && !inflated.ok) return inflated;
  const bytes = inflated === null ? body : inflated.value.bytes;
  return success({
    text: textFromBytes(bytes),
    encode: (plain) => {
      const plainBytes = bytesFromText(plain);
      const stored = inflated === null ? plainBytes : deflateAs(plainBytes, inflated.value.frame);
      return pngChunk(type, data.slice(0, head) + binaryFromBytes(stored));
    },
    locate: null,
  });
};

/** A chunk of a PNG as a binary string. */
export function pngChunk(type: string, data: string): string {
  return uint32(data.length) + type + data + uint32(crc32(type + data));
}

/** A 32-bit number in network order as a binary string. */
export const uint32 = (value: number): string =>
  String.fromCharCode((value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

/** Length of what stands before the body: keyword, and what the type adds to it. Null when it does not end. */
function headLength(type: string, data: string): number | null {
  const keywordEnd = data.indexOf('\0');
  if (keywordEnd < 0) return null;
  if (type === 'tEXt') return keywordEnd + 1;
  if (type === 'zTXt') return keywordEnd + 2 <= data.length ? keywordEnd + 2 : null;
  const languageEnd = data.indexOf('\0', keywordEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf('\0', languageEnd + 1);
  return translatedEnd < 0 ? null : translatedEnd + 1;
}
