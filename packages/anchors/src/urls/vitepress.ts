import type { Diagnostic } from '@mxg/model';
import { configAt, textAt, textsAt } from '../config/plain-data.ts';
import { basePathOf } from './base-path.ts';
import { rowsOf, type Claim } from './claims.ts';
import { folderPath, joinPath, pathBelow } from './file-path.ts';
import { anyNodeGlob, nodeGlob } from './node-glob.ts';
import { onlyWhenRun } from './only-when-run.ts';
import { percentEncodePath } from './percent-encode.ts';
import type { Publisher } from './published.ts';
import { rewritesOf } from './vitepress/rewrites.ts';

/**
 * VitePress 1.6. Pages are the Markdown files of `srcDir`, drafts and READMEs like any other; its folder `public` is copied. What the
 * loader of a path with parameters (`[package].md`) makes, and rewrites that are a function, are not known.
 */
export const vitepress: Publisher = ({ tree, config }) => {
  const folder = folderPath(textAt(config, 'srcDir') ?? '');
  const copied = joinPath(folder, folderPath(textAt(configAt(config, 'vite'), 'publicDir') ?? 'public'));
  const isLeftOut = anyNodeGlob([...LEFT_OUT, ...textsAt(config, 'srcExclude')]);
  const { rewrite, diagnostics } = rewritesOf(config);
  const notes: Diagnostic[] = [...diagnostics];
  const base = basePathOf(textAt(config, 'base') ?? '');
  const claims: Claim[] = [];
  const pages: Page[] = [];
  for (const source of tree.paths) {
    const file = pathBelow(copied, source);
    const name = pathBelow(folder, source);
    if (file !== null) claims.push({ source, output: file, url: `${base}/${percentEncodePath(file)}` });
    if (name === null || !IS_PAGE(name) || isLeftOut(name)) continue;
    if (/\[\w+\]/.test(name)) notes.push(onlyWhenRun(source));
    else pages.push({ source, path: rewrite(name) });
  }
  const clean = config['cleanUrls'] === true;
  const built = withSharedChunks(pages).map(({ source, path }) => pageClaim(source, path, { base, clean }));
  return { value: rowsOf(tree.paths, [...claims, ...built]), diagnostics: notes };
};

const IS_PAGE = nodeGlob('**/*.md', { dot: false });

/** `resolvePages`: never pages, whatever the configuration says. */
const LEFT_OUT: readonly string[] = ['**/node_modules/**', '**/dist/**'];

interface Page {
  readonly source: string;
  /** After rewriting. */
  readonly path: string;
}

/**
 * A page's code is a chunk whose name is its path with `_` for what may not stand in a file's name. Of pages with the same name
 * the first one's is shown by all (a defect of VitePress 1.6).
 */
function withSharedChunks(pages: readonly Page[]): readonly Page[] {
  const first = new Map<string, string>();
  return pages.map(({ source, path }) => {
    const chunk = path.replace(NOT_IN_CHUNKS, '_');
    const shown = first.get(chunk) ?? source;
    first.set(chunk, shown);
    return { source: shown, path };
  });
}

/** Rollup 4, `sanitizeFileName`; and VitePress puts all pages in one folder. */
// oxlint-disable-next-line no-control-regex -- control characters are among them
const NOT_IN_CHUNKS = /[\u0000-\u001f\u007f"#$&*+,:;<=>?[\]^`{|}/]/g;

function pageClaim(
  source: string,
  path: string,
  { base, clean }: { readonly base: string; readonly clean: boolean },
): Claim {
  const output = path.replace(/\.md$/, '.html');
  const written = `${base}/${percentEncodePath(output)}`;
  const shown = written.replace(/\/index\.html$/, '/');
  const url = clean ? shown.replace(/\.html$/, '') : shown;
  return { source, output, url, aliases: url === written ? [] : [written] };
}
