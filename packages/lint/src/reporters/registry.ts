import type { Reporter } from '../report.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';

/** What `--format` knows. */
export type FormatName = 'pretty' | 'json' | 'sarif' | 'github' | 'junit' | 'gitlab' | 'compact';

/** In the order in which they are offered. */
export const formatNames: readonly FormatName[] = ['pretty', 'json', 'sarif', 'github', 'junit', 'gitlab', 'compact'];

/** A reporter for each format. */
export const reporters: Readonly<Record<FormatName, Reporter>> = {
  pretty,
  json,
  sarif,
  github,
  junit,
  gitlab,
  compact,
};
