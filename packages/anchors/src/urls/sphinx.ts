import type { Config } from '../config/config.ts';
import { configAt, isConfig, textAt, textsAt } from '../config/plain-data.ts';
import { readYaml } from '../config/yaml.ts';
import type { Tree } from '../tree.ts';
import { basePathOf } from './base-path.ts';
import { rowsOf, type Claim } from './claims.ts';
import { endingOf, folderPath, nameOf, pathBelow } from './file-path.ts';
import { globOf, SPHINX_GLOB } from './glob.ts';
import { percentEncodePath } from './percent-encode.ts';
import type { Publisher } from './published.ts';

/** How documents become files. */
type Builder = 'html' | 'dirhtml' | 'singlehtml';

/**
 * Sphinx 9.1. Documents are the files with an ending of `source_suffix` that no pattern excludes. The builder is not in `conf.py`: Read the
 * Docs' own configuration is asked for it, and `html` is taken else. Images, downloads and `html_static_path` are not here.
 */
export const sphinx: Publisher = ({ tree, config }) => {
  const builder = builderOf(tree);
  const endings = suffixesOf(config);
  const isExcluded = excludedBy(config);
  const root = textAt(config, 'root_doc') ?? textAt(config, 'master_doc') ?? 'index';
  const claims = tree.paths.flatMap((path) => {
    const ending = endings.find((each) => path.endsWith(each));
    if (ending === undefined || isExcluded(path)) return extraClaims(path, config);
    const name = path.slice(0, path.length - ending.length);
    return builder === 'singlehtml' && name !== root ? [] : [documentClaim(path, name, { builder, config })];
  });
  return { value: rowsOf(tree.paths, claims), diagnostics: [] };
};

function builderOf(tree: Tree): Builder {
  const told = ['.readthedocs.yaml', '.readthedocs.yml', '../.readthedocs.yaml'].map((path) => tree.read(path));
  const text = told.find((each) => each !== null) ?? '';
  const builder = textAt(configAt(readYaml(text).value, 'sphinx'), 'builder');
  return builder === 'dirhtml' || builder === 'singlehtml' ? builder : 'html';
}

/** Extensions that bring endings along, when `source_suffix` does not say. */
const READERS: Readonly<Record<string, readonly string[]>> = {
  myst_parser: ['.md'],
  myst_nb: ['.md', '.ipynb'],
  recommonmark: ['.md'],
  nbsphinx: ['.ipynb'],
};

function suffixesOf(config: Config): readonly string[] {
  const told = config['source_suffix'];
  const written = isConfig(told) ? Object.keys(told) : textsAt(config, 'source_suffix');
  const brought = textsAt(config, 'extensions').flatMap((name) => READERS[name] ?? []);
  return [...new Set([...(written.length === 0 ? ['.rst'] : written), ...brought])];
}

function excludedBy(config: Config): (path: string) => boolean {
  const folders = [...textsAt(config, 'templates_path'), ...textsAt(config, 'html_static_path'), '_build'].map(
    folderPath,
  );
  const patterns = textsAt(config, 'exclude_patterns').map((pattern) =>
    globOf(pattern.replace(/\/$/, ''), SPHINX_GLOB),
  );
  return (path) => {
    if (folders.some((folder) => path === folder || pathBelow(folder, path) !== null)) return true;
    const parts = path.split('/');
    return patterns.some((match) => parts.some((_, i) => match(parts.slice(0, i + 1).join('/'))));
  };
}

function documentClaim(
  source: string,
  name: string,
  { builder, config }: { readonly builder: Builder; readonly config: Config },
): Claim {
  const suffix = textAt(config, 'html_file_suffix') ?? '.html';
  const isIndex = nameOf(name) === 'index';
  const output = builder === 'dirhtml' && !isIndex ? `${name}/index${suffix}` : `${name}${suffix}`;
  const base = basePathOf(textAt(config, 'html_baseurl') ?? '');
  const url = `${base}/${percentEncodePath(output.replace(/(^|\/)index\.html$/, '$1'))}`;
  return { source, output, url, aliases: [`${base}/${percentEncodePath(output)}`] };
}

/** `html_extra_path`: files that are copied to the root of the site. */
function extraClaims(path: string, config: Config): readonly Claim[] {
  if (endingOf(path) === '.rst') return [];
  return textsAt(config, 'html_extra_path').flatMap((folder) => {
    const output = pathBelow(folderPath(folder), path);
    const base = basePathOf(textAt(config, 'html_baseurl') ?? '');
    return output === null ? [] : [{ source: path, output, url: `${base}/${percentEncodePath(output)}` }];
  });
}
