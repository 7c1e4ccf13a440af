import type { Generator, Variant } from './generator.ts';

export const pythonMarkdownGenerators: readonly Generator[] = [];

export const pythonMarkdownVariants: readonly Variant[] = [];
