import { plain } from './plain.ts';
import type { Publisher } from './published.ts';

/** What becomes of the files of a site, by the name of its generator; for any other, files stay what they are. */
export const publishers: Readonly<Record<string, Publisher>> = {
  github: plain,
  gitlab: plain,
};
