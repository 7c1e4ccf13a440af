import type { Generator, Variant } from './generator.ts';

export const markdownItGenerators: readonly Generator[] = [];

export const markdownItVariants: readonly Variant[] = [];
