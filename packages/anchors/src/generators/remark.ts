import type { Generator, Variant } from './generator.ts';

export const remarkGenerators: readonly Generator[] = [];

export const remarkVariants: readonly Variant[] = [];
