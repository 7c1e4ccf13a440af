import type { Config } from '../../config/config.ts';
import { isConfig, textAt, textsAt } from '../../config/plain-data.ts';
import { joinPath } from '../file-path.ts';
import { pluginsOf } from './plugins.ts';

/** The paths, from the base path on, that the plugin `client-redirects` leads to a page. */
export function redirectsOf(config: Config): (permalink: string) => readonly string[] {
  const plugins = pluginsOf(config).filter(({ name }) => name === 'client-redirects');
  const endings = plugins.flatMap(({ options }) => textsAt(options, 'fromExtensions'));
  const moved = new Map<string, string[]>();
  for (const { options } of plugins) {
    const rules: readonly unknown[] = Array.isArray(options['redirects']) ? options['redirects'] : [];
    for (const rule of rules) if (isConfig(rule)) add(moved, rule);
  }
  return (permalink) => {
    const path = joinPath(permalink);
    return [...(moved.get(path) ?? []), ...(path === '' ? [] : endings.map((ending) => `/${path}.${ending}`))];
  };
}

function add(moved: Map<string, string[]>, rule: Config): void {
  const to = joinPath(textAt(rule, 'to') ?? '');
  const from = textsAt(rule, 'from').map((path) => `/${joinPath(path)}`);
  moved.set(to, [...(moved.get(to) ?? []), ...from]);
}
