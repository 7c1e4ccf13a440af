/** CRC-32 of PNG (ISO 3309) over a binary string. */
export function crc32(binary: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < binary.length; i++) crc = (crc >>> 8) ^ (TABLE[(crc ^ binary.charCodeAt(i)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
