import type { Config } from '../../config/config.ts';
import { configAt, isConfig, lowerKeys, textAt, textsAt } from '../../config/plain-data.ts';
import { basePathOf } from '../base-path.ts';
import { folderPath } from '../file-path.ts';
import type { PathRules } from './sanitize.ts';

/** A language of a site. */
export interface Language {
  readonly key: string;
  /** What its URLs begin with, with a slash at the end; empty for none. */
  readonly prefix: string;
  /** Folders of content that are its own. */
  readonly folders: readonly string[];
}

/** What the configuration says of URLs, with Hugo's defaults. */
export interface HugoSettings {
  readonly base: string;
  readonly languages: readonly Language[];
  readonly defaultLanguage: Language;
  /** Folders of content in every language, and what each is mounted at below `content`. */
  readonly content: readonly { readonly folder: string; readonly at: string }[];
  readonly statics: readonly string[];
  readonly rules: PathRules;
  /** Whether pages of a section are `page.html` rather than a folder. */
  readonly isUgly: (section: string) => boolean;
  /** The pattern of pages of a section; null for none. */
  readonly permalinkOf: (section: string) => string | null;
  readonly ignored: readonly string[];
  readonly drafts: boolean;
  readonly future: boolean;
  readonly expired: boolean;
}

/** Reads a site's settings; Hugo does not tell upper from lower case in keys. */
export function hugoSettings(written: Config): HugoSettings {
  const config = lowerKeys(written);
  const languages = languagesOf(config);
  const key = textAt(config, 'defaultcontentlanguage') ?? 'en';
  const mounts = mountsOf(config);
  return {
    base: basePathOf(textAt(config, 'baseurl') ?? ''),
    languages,
    defaultLanguage: languages.find((each) => each.key === key) ?? { key, prefix: '', folders: [] },
    content: mounts.length > 0 ? mounts : [{ folder: folderPath(textAt(config, 'contentdir') ?? 'content'), at: '' }],
    statics: [...(textsAt(config, 'staticdir').length > 0 ? textsAt(config, 'staticdir') : ['static'])].map(folderPath),
    rules: { lowerCase: config['disablepathtolower'] !== true, removeAccents: config['removepathaccents'] === true },
    isUgly: uglyOf(config['uglyurls']),
    permalinkOf: permalinksOf(configAt(config, 'permalinks')),
    ignored: textsAt(config, 'ignorefiles'),
    drafts: config['builddrafts'] === true,
    future: config['buildfuture'] === true,
    expired: config['buildexpired'] === true,
  };
}

function languagesOf(config: Config): readonly Language[] {
  const named = configAt(config, 'languages');
  const main = textAt(config, 'defaultcontentlanguage') ?? 'en';
  const inFolder = config['defaultcontentlanguageinsubdir'] === true;
  const keys = Object.keys(named).filter((key) => configAt(named, key)['disabled'] !== true);
  return keys.map((key) => ({
    key,
    prefix: keys.length > 0 && (key !== main || inFolder) ? `${key}/` : '',
    folders: textsAt(configAt(named, key), 'contentdir').map(folderPath),
  }));
}

/** Folders that a module mounts into `content`. */
function mountsOf(config: Config): HugoSettings['content'] {
  const mounts = configAt(config, 'module')['mounts'];
  return (Array.isArray(mounts) ? mounts.filter(isConfig) : []).flatMap((mount) => {
    const target = /^content(?:\/(.*))?$/.exec(folderPath(textAt(mount, 'target') ?? ''));
    return target === null ? [] : [{ folder: folderPath(textAt(mount, 'source') ?? ''), at: target[1] ?? '' }];
  });
}

function uglyOf(value: unknown): (section: string) => boolean {
  if (isConfig(value)) return (section) => value[section.toLowerCase()] === true;
  return () => value === true;
}

/** Either `{section: pattern}` or, by kind of page, `{page: {section: pattern}}`. */
function permalinksOf(config: Config): (section: string) => string | null {
  const pages = configAt(config, 'page');
  return (section) => textAt(pages, section.toLowerCase()) ?? textAt(config, section.toLowerCase());
}
