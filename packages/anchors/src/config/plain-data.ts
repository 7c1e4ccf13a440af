import type { Config } from './config.ts';

/** Whether a value is a mapping. */
export const isConfig = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** The mapping at a key; an empty one when something else stands there, or nothing. */
export function configAt(config: Config, key: string): Config {
  const value = config[key];
  return isConfig(value) ? value : {};
}

/** The text at a key; numbers as they are written; null when something else stands there, or nothing. */
export function textAt(config: Config, key: string): string | null {
  const value = config[key];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}

/** The texts at a key: one, or a list of them; what is no text is left out. */
export function textsAt(config: Config, key: string): readonly string[] {
  const value = config[key];
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.filter((each): each is string => typeof each === 'string');
}

/** Keys in lower case, all the way down: for programs that do not tell `baseURL` from `baseurl`. The last of several equal keys wins. */
export function lowerKeys(config: Config): Config {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key.toLowerCase(), lowerInside(value)]));
}

function lowerInside(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowerInside);
  return isConfig(value) ? lowerKeys(value) : value;
}
