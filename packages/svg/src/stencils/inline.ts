import { defaultLimits, payloadXml } from '@mxg/codec';
import { parseStencil } from './parse.ts';
import type { StencilLibrary } from './library.ts';
import type { Stencil, StencilNamed } from './stencil.ts';

/** Far above any honest shape: the largest of draw.io's own has 100 kB. */
const LIMITS = { ...defaultLimits, inflated: 2 ** 20, ratio: 100 };

/** Finds stencils in the libraries, and those that styles hold themselves: `shape=stencil(…)`. */
export function stencilsIn(library: StencilLibrary | undefined): StencilNamed {
  const inline = inlineStencils();
  return (name) => (name.startsWith(INLINE) ? inline(name) : (library?.named(name) ?? null));
}

const INLINE = 'stencil(';

/** Each is read once. */
function inlineStencils(): StencilNamed {
  const read = new Map<string, Stencil | null>();
  return (name) => {
    const before = read.get(name);
    if (before !== undefined) return before;
    const payload = name.slice(INLINE.length).replace(/\)$/, '');
    const stencil = parseStencil(payloadXml(payload, LIMITS).value ?? '');
    read.set(name, stencil);
    return stencil;
  };
}
