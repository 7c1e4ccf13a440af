/** How a configuration file is written. */
export type ConfigFormat = 'yaml' | 'toml' | 'json' | 'js' | 'py' | 'rb';

/** A file that tells by its name which generator builds the folder above it. */
export interface Sign {
  readonly generator: string;
  /** On the path, from the site's folder on; the folder above the match is the site's. */
  readonly file: RegExp;
}

const JS = '\\.[cm]?[jt]s$';
const sign = (generator: string, file: string): Sign => ({ generator, file: new RegExp(`(?:^|/)${file}`) });

/**
 * Configuration files, the first row wins where a folder has several. Source: the documentation of each generator, on its
 * configuration file. Not here: Jekyll without `_config.yml`, which only GitHub's settings tell; generators whose ids are not known.
 */
export const SIGNS: readonly Sign[] = [
  sign('docusaurus', `docusaurus\\.config${JS}`),
  sign('vitepress', `\\.vitepress/config(?:/index)?${JS}`),
  sign('astro', `astro\\.config${JS}`),
  sign('mkdocs', 'mkdocs\\.ya?ml$'),
  sign('jekyll', '_config\\.(?:ya?ml|toml)$'),
  sign('hugo', 'hugo\\.(?:toml|ya?ml|json)$'),
  sign('hugo', 'config/_default/(?:hugo|config)\\.(?:toml|ya?ml|json)$'),
  sign('hugo', '(?<!config/_default/)config\\.(?:toml|ya?ml|json)$'),
  sign('eleventy', `\\.eleventy${JS}`),
  sign('eleventy', `eleventy\\.config${JS}`),
  sign('gatsby', `gatsby-config${JS}`),
  sign('mdbook', 'book\\.toml$'),
  sign('sphinx', 'conf\\.py$'),
  sign('middleman', 'config\\.rb$'),
];

/** Packages whose place among the dependencies of a `package.json` tells the generator of its folder, when no file does. */
export const PACKAGES: Readonly<Record<string, string>> = {
  '@docusaurus/core': 'docusaurus',
  vitepress: 'vitepress',
  '@astrojs/starlight': 'starlight',
  astro: 'astro',
  '@11ty/eleventy': 'eleventy',
  gatsby: 'gatsby',
};

const FORMATS: Readonly<Record<string, ConfigFormat>> = {
  yml: 'yaml',
  yaml: 'yaml',
  toml: 'toml',
  json: 'json',
  py: 'py',
  rb: 'rb',
};

/** By the ending of a file's name. */
export const formatOf = (path: string): ConfigFormat => FORMATS[path.slice(path.lastIndexOf('.') + 1)] ?? 'js';
