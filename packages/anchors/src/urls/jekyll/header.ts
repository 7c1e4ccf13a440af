import type { Config } from '../../config/config.ts';
import { readYaml } from '../../config/yaml.ts';

/** Jekyll reads a file as a page or document when its first line is this; a byte order mark before it hides it. */
const HEADER = /^---[^\S\n]*\n/;

/** What closes the header: nothing need follow. */
const CLOSED = /(?:^|\n)(?:---|\.\.\.)[^\S\n]*(?:\n|$)/;

/** The settings at the head of a file; `{}` for a header that is never closed, or that cannot be read; null for no header. */
export function headerOf(text: string): Config | null {
  const open = HEADER.exec(text.slice(0, 200));
  if (open === null) return null;
  const rest = text.slice(open[0].length);
  const close = CLOSED.exec(rest);
  return close === null ? {} : readYaml(rest.slice(0, close.index)).value;
}
