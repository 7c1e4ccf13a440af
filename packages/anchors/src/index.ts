export type { Anchor } from './anchor.ts';
export type { Config } from './config/config.ts';
export type { Generator, Variant } from './generators/generator.ts';
export { generators, variants } from './generators/registry.ts';
export type { PageReader, PageText } from './page.ts';
export type { Tree } from './tree.ts';
export type { Published, Publisher, SiteSource } from './urls/published.ts';
