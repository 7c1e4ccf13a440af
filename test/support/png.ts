import { crc32, deflateSync } from 'node:zlib';

/** The first eight bytes of every PNG (PNG 1.2, 3.1). */
export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A chunk: length, type, data, CRC-32 of type and data (PNG 1.2, 3.2).
 * @param length what the chunk says of itself; a lie when it is not the length of the data
 */
export function pngChunk(type: string, data: Uint8Array, length: number = data.length): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(length), body, uint32(crc32(body))]);
}

/** The chunks of a white picture of one pixel, with others between its header and its data, where draw.io puts them. */
export function pngFile(...chunks: readonly Uint8Array[]): Buffer {
  return Buffer.concat([PNG_SIGNATURE, HEADER, ...chunks, DATA, END]);
}

/** Text with a keyword: `tEXt` as it is, `zTXt` compressed (PNG 1.2, 4.2.3). */
export const textChunk = (keyword: string, text: string): Buffer =>
  pngChunk('tEXt', Buffer.from(`${keyword}\0${text}`, 'latin1'));

/** @param body zlib, or raw deflate as old versions of draw.io write it */
export const compressedTextChunk = (keyword: string, body: Uint8Array): Buffer =>
  pngChunk('zTXt', Buffer.concat([Buffer.from(`${keyword}\0\0`, 'latin1'), body]));

/** `iTXt`: UTF-8 with a language, empty here, and zlib around it on demand. */
export function internationalTextChunk(keyword: string, text: string, compressed: boolean): Buffer {
  const utf8 = Buffer.from(text, 'utf8');
  const head = Buffer.from(`${keyword}\0${compressed ? '\x01' : '\0'}\0\0\0`, 'latin1');
  return pngChunk('iTXt', Buffer.concat([head, compressed ? deflateSync(utf8) : utf8]));
}

export function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** 1 × 1, grey, one bit. */
const HEADER = pngChunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0]));
const DATA = pngChunk('IDAT', deflateSync(Buffer.from([0, 0x80])));
const END = pngChunk('IEND', Buffer.alloc(0));
