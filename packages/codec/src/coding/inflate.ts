import { Inflate, deflate, deflateRaw } from 'pako';
import { concatenated } from '../bytes.ts';
import { failed, success, type Outcome } from '../failure.ts';
import type { Limits } from '../limits.ts';
import * as messages from '../messages.ts';

/** How deflated bytes are framed: bare (RFC 1951) or with a zlib header (RFC 1950). */
export type Frame = 'raw' | 'zlib';

export interface Inflated {
  readonly bytes: Uint8Array;
  readonly frame: Frame;
}

/** Inflates under the limits on size and ratio, trying the frames in order. Places in failures are 0: the payload's start. */
export function inflate(bytes: Uint8Array, frames: readonly [Frame, ...Frame[]], limits: Limits): Outcome<Inflated> {
  let first: Outcome<Inflated> | null = null;
  for (const frame of frames) {
    const outcome = inflateFramed(bytes, frame, limits);
    if (outcome.ok || outcome.failure.code.startsWith('limit/')) return outcome;
    first ??= outcome;
  }
  return first ?? failed(messages.badDeflate(0));
}

/** Deflates as draw.io does: pako 2 at its default level gives draw.io's own bytes. */
export function deflateAs(bytes: Uint8Array, frame: Frame): Uint8Array {
  return frame === 'raw' ? deflateRaw(bytes) : deflate(bytes);
}

/** What follows the deflate stream (a checksum, a line break before `endstream`) is not looked at. */
function inflateFramed(bytes: Uint8Array, frame: Frame, limits: Limits): Outcome<Inflated> {
  if (frame === 'zlib' && !hasZlibHeader(bytes)) return failed(messages.badDeflate(0));
  const inflator = new Inflate({ raw: true, chunkSize: 65536 });
  const chunks: Uint8Array[] = [];
  let size = 0;
  let met: 'inflated' | 'ratio' | null = null;
  inflator.onData = (data) => {
    const chunk = data as Uint8Array; // pako's types allow for strings, which come only when they are asked for
    size += chunk.length;
    if (size > limits.inflated) met = 'inflated';
    else if (size > 2 ** 20 && size > limits.ratio * bytes.length) met = 'ratio';
    if (met !== null) throw new LimitMet();
    chunks.push(chunk);
  };
  try {
    inflator.push(frame === 'zlib' ? bytes.subarray(2) : bytes, true);
  } catch (error) {
    if (error instanceof LimitMet && met !== null) return failed(messages.limitMet(met, limits[met], 0));
    return failed(messages.badDeflate(0));
  }
  if (inflator.err !== 0)
    return failed(inflator.err === BUFFER_ERROR ? messages.truncatedDeflate(0) : messages.badDeflate(0));
  if (!ended(inflator)) return failed(messages.truncatedDeflate(0));
  return success({ bytes: concatenated(chunks), frame });
}

/** RFC 1950, 2.2: method 8, no dictionary, a multiple of 31. */
function hasZlibHeader([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && (flags & 0x20) === 0 && (256 * method + flags) % 31 === 0;
}

/** zlib's Z_BUF_ERROR: more input was wanted. */
const BUFFER_ERROR = -5;

class LimitMet extends Error {}

/** pako's own flag, missing from its types: the end of the deflate stream was seen. */
const ended = (inflator: Inflate) => (inflator as unknown as { readonly ended: boolean }).ended;
