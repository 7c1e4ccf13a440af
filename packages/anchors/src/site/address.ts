import type { Config } from '../config/config.ts';
import { configAt, lowerKeys, textAt } from '../config/plain-data.ts';
import { basePathOf } from '../urls/base-path.ts';

/** Where on the web a site stands, as far as its configuration says. */
export interface Address {
  /** `https://example.org`, in lower case; null when it is not said. */
  readonly origin: string | null;
  /** A path that stands before the URLs that the publisher gives, without a slash at its end: Jekyll's `url` may hold one. */
  readonly mount: string;
  /** The path that all URLs of the site begin with, `mount` included, without a slash at its end; empty for the root. */
  readonly base: string;
  /** The repository that the site is built from, such as `github.com/owner/name`; null when it is not said. */
  readonly repository: string | null;
}

/** The key at which each generator keeps its site's address. Source: its documentation of the configuration. */
const ADDRESS: Readonly<Record<string, (config: Config) => string | null>> = {
  jekyll: (config) => textAt(config, 'url'),
  docusaurus: (config) => textAt(config, 'url'),
  mkdocs: (config) => textAt(config, 'site_url'),
  hugo: (config) => textAt(lowerKeys(config), 'baseurl'),
  astro: (config) => textAt(config, 'site'),
  starlight: (config) => textAt(config, 'site'),
  vitepress: (config) => textAt(configAt(config, 'sitemap'), 'hostname'),
  sphinx: (config) => textAt(config, 'html_baseurl'),
  gatsby: (config) => textAt(configAt(config, 'siteMetadata'), 'siteUrl'),
};

/** The key of a path below which a site lies, where that is not part of its address. */
const BASE: Readonly<Record<string, string>> = {
  jekyll: 'baseurl',
  docusaurus: 'baseUrl',
  vitepress: 'base',
  astro: 'base',
  starlight: 'base',
  gatsby: 'pathPrefix',
};

/** Reads a site's address. `domain` is what a file `CNAME` says, which GitHub Pages goes by. */
export function addressOf(generator: string, config: Config, domain: string | null): Address {
  const told = ADDRESS[generator]?.(config) ?? null;
  const written = told === null || told === '' || told === '/' ? (domain === null ? null : `https://${domain}`) : told;
  const mount = generator === 'jekyll' && told !== null ? basePathOf(told) : '';
  const key = BASE[generator];
  const below = key === undefined ? basePathOf(told ?? '') : basePathOf(textAt(config, key) ?? '');
  return { origin: originOf(written), mount, base: mount + below, repository: repositoryOf(generator, config) };
}

/** Where each generator's configuration names the repository, as an address or as `owner/name` on GitHub. Source: its documentation, that of Docsy for Hugo. */
const REPOSITORY: Readonly<Record<string, (config: Config) => string | null>> = {
  jekyll: (config) => textAt(config, 'repository') ?? textAt(config, 'github_repo'),
  mkdocs: (config) => textAt(config, 'repo_url'),
  docusaurus: (config) => joined(textAt(config, 'organizationName'), textAt(config, 'projectName')),
  hugo: (config) => textAt(configAt(config, 'params'), 'github_repo'),
};

const joined = (owner: string | null, name: string | null): string | null =>
  owner === null || name === null ? null : `${owner}/${name}`;

function repositoryOf(generator: string, config: Config): string | null {
  const written = (REPOSITORY[generator]?.(config) ?? '').replace(/^https?:\/\//, '');
  const parts = written
    .replace(/\.git$/, '')
    .split('/')
    .filter((part) => part !== '');
  if (parts.length === 2 && !parts[0]?.includes('.')) return `github.com/${parts.join('/')}`;
  return parts.length < 3 ? null : parts.slice(0, 3).join('/');
}

function originOf(address: string | null): string | null {
  const found = /^(https?):\/\/([^/?#\s]+)/i.exec(address ?? '');
  return found === null ? null : `${found[1]}://${found[2]}`.toLowerCase();
}
