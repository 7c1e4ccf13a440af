import type { Config } from '../config/config.ts';
import type { PageReader } from '../page.ts';

/** How a program turns the headings of a page into ids. */
export interface Generator {
  /** As `--generator` takes it: kebab-case. */
  readonly name: string;
  /** For people, with the version whose behaviour it has: `Jekyll 4.4 (kramdown 2.5, GFM)`. */
  readonly title: string;
  /** Loads what reads its pages. `config` is in the words of the generator's own configuration file; `{}` means its defaults. */
  readonly reader: (config: Config) => Promise<PageReader>;
}

/** A generator with settings that are often met, under a name of its own. */
export interface Variant {
  readonly name: string;
  /** Name of the generator. */
  readonly generator: string;
  readonly config: Config;
}
