import type { Generator, Variant } from './generator.ts';
import { kramdownGenerators, kramdownVariants } from './kramdown.ts';
import { pythonMarkdownGenerators, pythonMarkdownVariants } from './python-markdown.ts';
import { remarkGenerators, remarkVariants } from './remark.ts';
import { markdownItGenerators, markdownItVariants } from './markdown-it.ts';
import { textGenerators, textVariants } from './text.ts';

/** Every generator whose ids are known. */
export const generators: readonly Generator[] = [
  ...remarkGenerators,
  ...kramdownGenerators,
  ...pythonMarkdownGenerators,
  ...markdownItGenerators,
  ...textGenerators,
];

/** Names for usual settings of them. */
export const variants: readonly Variant[] = [
  ...remarkVariants,
  ...kramdownVariants,
  ...pythonMarkdownVariants,
  ...markdownItVariants,
  ...textVariants,
];
