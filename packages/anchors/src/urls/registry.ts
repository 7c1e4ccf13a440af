import { astro } from './astro.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import { gatsby } from './gatsby.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { mdbook } from './mdbook.ts';
import { middleman } from './middleman.ts';
import { mkdocs } from './mkdocs.ts';
import { plain } from './plain.ts';
import type { Publisher } from './published.ts';
import { sphinx } from './sphinx.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

/** What becomes of the files of a site, by the name of its generator; for any other, files stay what they are. */
export const publishers: Readonly<Record<string, Publisher>> = {
  github: plain,
  gitlab: plain,
  astro,
  docusaurus,
  eleventy,
  gatsby,
  hugo,
  jekyll,
  mdbook,
  middleman,
  mkdocs,
  sphinx,
  starlight,
  vitepress,
};
