import type { Tree } from '../tree.ts';
import { rowsOf, type Claim } from './claims.ts';
import { joinPath, nameOf, pathBelow, stripEnding } from './file-path.ts';
import { hugoFrontMatter } from './hugo/front-matter.ts';
import { folderOf, isContent, pageClaim, type ContentFile } from './hugo/pages.ts';
import { sanitizePath } from './hugo/sanitize.ts';
import { hugoSettings, type HugoSettings } from './hugo/settings.ts';
import { percentEncodePath } from './percent-encode.ts';
import type { Publisher } from './published.ts';

/**
 * Hugo 0.167. Pages, bundles with their files, sections, languages and static files. Not here: pages that have no file (lists of
 * taxonomies and of sections without `_index.md`), modules, themes, and what cascades from a section to its pages.
 */
export const hugo: Publisher = ({ tree, config }) => {
  const settings = hugoSettings(config);
  const files = tree.paths.flatMap((path) => contentFile(path, settings) ?? []);
  const bundles = new Set(
    files.filter(({ path }) => /(?:^|\/)index\.[^/]+$/.test(path) && isContent(path)).map(({ path }) => folderOf(path)),
  );
  const claims = [
    ...tree.paths.flatMap((path) => staticClaim(path, settings) ?? []),
    ...files.flatMap((file) => claimOf(file, { tree, settings, bundles }) ?? []),
  ];
  return { value: rowsOf(tree.paths, claims), diagnostics: [] };
};

function staticClaim(source: string, { statics, base }: HugoSettings): Claim | null {
  for (const folder of statics) {
    const output = pathBelow(folder, source);
    if (output !== null) return { source, output, url: `${base}/${percentEncodePath(output)}` };
  }
  return null;
}

/** A file below a folder of content, its language told by that folder or by its name (`page.de.md`). */
function contentFile(source: string, settings: HugoSettings): ContentFile | null {
  const name = nameOf(source);
  if (/^[.#]|~$/.test(name) || settings.ignored.some((pattern) => matches(pattern, source))) return null;
  for (const language of settings.languages) {
    for (const folder of language.folders) {
      const path = pathBelow(folder, source);
      if (path !== null) return { source, path, language };
    }
  }
  for (const { folder, at } of settings.content) {
    const path = pathBelow(folder, source);
    if (path !== null) return { source, ...withLanguage(joinPath(at, path), settings) };
  }
  return null;
}

/** A pattern of a stranger is not run as an expression: it may never end. Only what it says literally counts. */
function matches(pattern: string, path: string): boolean {
  const literal = pattern.replace(/\$$/, '').replace(/\\(.)/g, '$1');
  return pattern.endsWith('$') ? path.endsWith(literal) : path.includes(literal);
}

function withLanguage(
  path: string,
  { languages, defaultLanguage }: HugoSettings,
): Pick<ContentFile, 'path' | 'language'> {
  const known = languages.length > 0 ? languages : [defaultLanguage];
  const stem = stripEnding(path);
  const language = known.find(({ key }) => stem.toLowerCase().endsWith(`.${key.toLowerCase()}`));
  if (language === undefined) return { path, language: defaultLanguage };
  return { path: stem.slice(0, -language.key.length - 1) + path.slice(stem.length), language };
}

interface Content {
  readonly tree: Tree;
  readonly settings: HugoSettings;
  /** Folders of leaf bundles. */
  readonly bundles: ReadonlySet<string>;
}

function claimOf(file: ContentFile, { tree, settings, bundles }: Content): Claim | null {
  const bundle = bundleOf(file.path, bundles);
  const isIndex = bundle !== null && nameOf(file.path).startsWith('index.') && folderOf(file.path) === bundle;
  if (isContent(file.path)) {
    const inBundle = bundle !== null && !isIndex;
    return inBundle ? null : pageClaim(file, hugoFrontMatter(tree.read(file.source) ?? ''), settings);
  }
  return resourceClaim(file, settings);
}

/** The leaf bundle that a file lies in; the outermost, for a bundle holds no other. */
function bundleOf(path: string, bundles: ReadonlySet<string>): string | null {
  const parts = path.split('/');
  for (let i = 1; i < parts.length; i++) {
    const folder = parts.slice(0, i).join('/');
    if (bundles.has(folder)) return folder;
  }
  return null;
}

/** Files beside pages go where the pages of their folder go. */
function resourceClaim({ source, path, language }: ContentFile, { rules, base }: HugoSettings): Claim {
  const output = joinPath(language.prefix, sanitizePath(folderOf(path), rules), nameOf(path));
  return { source, output, url: `${base}/${percentEncodePath(output)}` };
}
