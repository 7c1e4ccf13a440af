import type { Generator, Variant } from './generator.ts';

export const kramdownGenerators: readonly Generator[] = [];

export const kramdownVariants: readonly Variant[] = [];
