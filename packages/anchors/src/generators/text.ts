import type { Generator, Variant } from './generator.ts';

export const textGenerators: readonly Generator[] = [];

export const textVariants: readonly Variant[] = [];
