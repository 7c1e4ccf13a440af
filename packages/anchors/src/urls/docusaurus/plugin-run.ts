import type { Config } from '../../config/config.ts';
import type { Content } from './content.ts';
import type { DocName } from './doc-slug.ts';
import type { Locale } from './locale.ts';
import type { Routes } from './route.ts';

/** A document of a version, in one language. */
export interface Doc extends DocName {
  readonly source: string;
  /** In the version's folder. */
  readonly path: string;
  /** Whether it is published, but shown in no list. */
  readonly unlisted: boolean;
}

/** What a plugin works on. */
export interface PluginRun {
  readonly options: Config;
  readonly content: Content;
  readonly locale: Locale;
  readonly routes: Routes;
}
