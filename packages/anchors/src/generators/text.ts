import type { Generator, Variant } from './generator.ts';

export const textGenerators: readonly Generator[] = [
  {
    name: 'mdbook',
    title: 'mdBook 0.5',
    reader: async () => (await import('../mdbook/page.ts')).mdbookPage,
  },
  {
    name: 'sphinx',
    title: 'Sphinx 9.1 (docutils 0.23, MyST 5.1)',
    reader: async () => (await import('../docutils/page.ts')).rstPage,
  },
];

export const textVariants: readonly Variant[] = [{ name: 'sphinx-rst', generator: 'sphinx', config: {} }];
