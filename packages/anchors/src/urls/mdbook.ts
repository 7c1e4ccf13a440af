import type { Config } from '../config/config.ts';
import { configAt, textAt } from '../config/plain-data.ts';
import { basePathOf } from './base-path.ts';
import { rowsOf, type Claim } from './claims.ts';
import { endingOf, folderPath, joinPath, nameOf, pathBelow, stripEnding } from './file-path.ts';
import { percentDecodePath, percentEncodePath } from './percent-encode.ts';
import type { Publisher } from './published.ts';

/** mdBook 0.5. Pages are the chapters that `SUMMARY.md` links to; what is no Markdown is copied. */
export const mdbook: Publisher = ({ tree, config }) => {
  const folder = folderPath(textAt(configAt(config, 'book'), 'src') ?? 'src');
  const html = configAt(configAt(config, 'output'), 'html');
  const base = basePathOf(textAt(html, 'site-url') ?? '');
  const chapters = chaptersOf(tree.read(joinPath(folder, 'SUMMARY.md')) ?? '');
  const names = tree.paths.flatMap((path) => pathBelow(folder, path) ?? []);
  const claims = [
    ...names.filter(isCopied).map((name) => [name, name] as const),
    ...pagesOf(names, chapters, html),
  ].map(([name, output]): Claim => ({
    source: joinPath(folder, name),
    output,
    url: `${base}/${percentEncodePath(output)}`,
    aliases: [...folderUrl(base, output), ...redirectsTo(output, html, base)],
  }));
  return { value: rowsOf(tree.paths, claims), diagnostics: [] };
};

const isCopied = (path: string): boolean =>
  endingOf(path) !== '.md' && !path.split('/').some((name) => name.startsWith('.'));

/** The link of each line of a list, or alone on a line: `- [Title](path.md)`. A draft has no path. */
function chaptersOf(summary: string): readonly string[] {
  return summary.split(/\r?\n/).flatMap((line) => {
    const path = pathOfLink(line.trim());
    return path === ''
      ? []
      : [
          joinPath(
            ...percentDecodePath(path)
              .split('/')
              .filter((part) => part !== '.'),
          ),
        ];
  });
}

/** Each chapter, the first one also as `index.html`; and the page that stands for what is not found. */
function pagesOf(
  names: readonly string[],
  chapters: readonly string[],
  html: Config,
): readonly (readonly [string, string])[] {
  const known = new Set(names);
  const pages = chapters.filter((path) => known.has(path)).map((path) => [path, pageFile(path)] as const);
  const [first] = pages;
  const missing = textAt(html, 'input-404') ?? '404.md';
  const start =
    first === undefined || pages.some(([, output]) => output === 'index.html')
      ? []
      : [[first[0], 'index.html'] as const];
  return [...(known.has(missing) ? [[missing, '404.html'] as const] : []), ...pages, ...start];
}

/** The preprocessor `index` makes a README the page of its folder. */
function pageFile(path: string): string {
  const stem = stripEnding(path);
  return /^readme$/i.test(nameOf(stem)) ? joinPath(stem.slice(0, -'readme'.length), 'index.html') : `${stem}.html`;
}

const folderUrl = (base: string, output: string): readonly string[] =>
  nameOf(output) === 'index.html' ? [`${base}/${percentEncodePath(output.slice(0, -'index.html'.length))}`] : [];

/** `output.html.redirect`: from an old path to a new page, as a path from the root or relative to the old one. */
function redirectsTo(output: string, html: Config, base: string): readonly string[] {
  return Object.entries(configAt(html, 'redirect')).flatMap(([from, to]) =>
    typeof to === 'string' && (to === `/${output}` || to === `${base}/${output}` || relativeTo(from, to) === output)
      ? [`${base}/${percentEncodePath(joinPath(from))}`]
      : [],
  );
}

function relativeTo(from: string, to: string): string | null {
  if (to.startsWith('/') || to.includes(':')) return null;
  const folders = from
    .split('/')
    .filter((part) => part !== '')
    .slice(0, -1);
  for (const part of to.replace(/#.*$/s, '').split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.' && part !== '') folders.push(part);
  }
  return folders.join('/');
}

/** The path of a line that is nothing but a link, be it in a list; empty for any other. */
function pathOfLink(line: string): string {
  const link = line.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '');
  const open = link.lastIndexOf('](');
  if (!link.startsWith('[') || open < 0 || !link.endsWith(')')) return '';
  const target = link.slice(open + 2, -1).trim();
  const path = target.startsWith('<') && target.endsWith('>') ? target.slice(1, -1) : target;
  return /[()<>]/.test(path) ? '' : path;
}
