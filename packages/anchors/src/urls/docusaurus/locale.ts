import type { Config } from '../../config/config.ts';
import { configAt, textAt, textsAt } from '../../config/plain-data.ts';
import { folderPath, joinPath } from '../file-path.ts';

/** A language that the site is built in. */
export interface Locale {
  /** Folder of the built site, and part of its URLs; empty for the default language. */
  readonly prefix: string;
  /** Folder with the translations. */
  readonly folder: string;
}

/** The languages of a site, the default one first. */
export function localesOf(config: Config): readonly Locale[] {
  const i18n = configAt(config, 'i18n');
  const main = textAt(i18n, 'defaultLocale') ?? 'en';
  const others = textsAt(i18n, 'locales').filter((name) => name !== main);
  return [main, ...others].map((name) => {
    const own = textAt(configAt(configAt(i18n, 'localeConfigs'), name), 'path');
    return {
      prefix: name === main ? '' : name,
      folder: joinPath(folderPath(textAt(i18n, 'path') ?? 'i18n'), own ?? name),
    };
  });
}

/** Where the translations of a plugin's files lie. */
export function translations({ folder }: Locale, plugin: string, options: Config): string {
  const id = textAt(options, 'id') ?? 'default';
  return joinPath(folder, id === 'default' ? plugin : `${plugin}-${id}`);
}
