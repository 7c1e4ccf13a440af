import type { Published } from './published.ts';

/** The row of a file that the build leaves out. */
export const unpublished = (source: string): Published => ({ source, outputs: [], url: null, aliases: [] });
