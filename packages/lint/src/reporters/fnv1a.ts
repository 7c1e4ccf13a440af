/** 64 bits, as two numbers of 32. */
interface Hash {
  readonly high: number;
  readonly low: number;
}

/** The offset basis 0xcbf29ce484222325. */
const BASIS: Hash = { high: 0xcbf29ce4, low: 0x84222325 };
/** The prime is 2^40 + 0x1b3. */
const PRIME = 0x1b3;
const UNITS = 2 ** 32;

/**
 * FNV-1a of the UTF-8 bytes of a text, 64 bits as 16 lower case hex digits. Tells texts apart, keeps no secret.
 * Source: https://www.rfc-editor.org/rfc/rfc9923.
 */
export function fnv1a(text: string): string {
  const { high, low } = new TextEncoder().encode(text).reduce<Hash>(withByte, BASIS);
  return hex(high) + hex(low);
}

/** (hash ^ byte) · (2^40 + 0x1b3) mod 2^64: no product is above 2^41, so numbers hold them exactly. */
function withByte({ high, low }: Hash, byte: number): Hash {
  const mixed = (low ^ byte) >>> 0;
  const product = mixed * PRIME;
  const carry = Math.floor(product / UNITS);
  return { high: (high * PRIME + carry + mixed * 2 ** 8) % UNITS, low: product % UNITS };
}

const hex = (half: number): string => half.toString(16).padStart(8, '0');
