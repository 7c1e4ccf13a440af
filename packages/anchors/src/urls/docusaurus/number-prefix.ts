import type { Config } from '../../config/config.ts';

/** Turns the name of a file or folder into that of its URL. */
export type NameMaker = (name: string) => string;

/** `01-intro` is `intro`; not `2024-01-15-post` or `1.2-notes`, which begin with a date or a version. */
const stripNumberPrefix: NameMaker = (name) => {
  if (/^(?:\d{2}|\d{4})[-_.]\d{2}|^\d+[-_.]\d/.test(name)) return name;
  const start = /^\d+/.exec(name)?.[0].length ?? 0;
  const rest = start === 0 ? name : name.slice(start).trimStart();
  const dashes = /^[-_.]+\s*/.exec(rest)?.[0].length ?? 0;
  const stripped = rest.slice(dashes);
  return start === 0 || dashes === 0 || stripped === '' ? name : stripped;
};

/** The option `numberPrefixParser`; a function of the site's own is taken to be like the usual one. */
export const namesOf = ({ numberPrefixParser }: Config): NameMaker =>
  numberPrefixParser === false ? (name) => name : stripNumberPrefix;
