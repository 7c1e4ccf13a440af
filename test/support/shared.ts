import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readStencils, type StencilLibrary } from '@mxg/svg';

/** The folder of real data beside the project, by `MXG_SHARED`; a fresh clone has none. */
const folder = process.env['MXG_SHARED'] ?? fileURLToPath(new URL('../../../shared', import.meta.url));

/** Whether the data is there. Tests over it say in their name that they are skipped without it. */
export const hasShared = existsSync(`${folder}/corpus/manifest.jsonl`);

if (!hasShared) console.warn(`no real data at ${folder} (MXG_SHARED): the conformance tests are skipped`);

export const sharedBytes = (path: string): Uint8Array => readFileSync(`${folder}/${path}`);
export const sharedText = (path: string): string => readFileSync(`${folder}/${path}`, 'utf8');

/** A line of the corpus's manifest. */
export interface CorpusEntry {
  readonly id: string;
  readonly path: string;
  readonly kind: string;
  readonly sub: string | null;
  readonly pages: number;
  readonly cells: number;
  readonly links: number;
}

export function corpus(): readonly CorpusEntry[] {
  const lines = sharedText('corpus/manifest.jsonl').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as CorpusEntry);
}

export const corpusBytes = (entry: CorpusEntry): Uint8Array => sharedBytes(`corpus/${entry.path}`);

/** A diagram that draw.io drew, with what it drew. */
export interface Golden {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Name of the page that was drawn. */
  readonly page: string;
  readonly drawn: readonly {
    readonly id: string;
    readonly vertex?: boolean;
    readonly edge?: boolean;
    /** Of an edge, px, absolute. */
    readonly points?: readonly { readonly x: number; readonly y: number }[];
    /** Of the label as Chromium wrapped it; widths in px. */
    readonly lines?: readonly { readonly text: string; readonly width: number }[];
    /** px, absolute. */
    readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  }[];
}

export function golden(...groups: readonly string[]): readonly Golden[] {
  return (groups.length === 0 ? ['templates', 'corpus'] : groups).flatMap((group) => {
    const names = readdirSync(`${folder}/golden/${group}`).filter((name) => name.endsWith('.xml'));
    return names.map((name) => {
      const { cells, page } = JSON.parse(sharedText(`golden/${group}/${name.replace('.xml', '.json')}`)) as {
        cells: Golden['drawn'];
        page: string;
      };
      return { name, bytes: sharedBytes(`golden/${group}/${name}`), page, drawn: cells };
    });
  });
}

let library: StencilLibrary | null = null;

/** draw.io's stencil libraries, in the order of their names. */
export function stencils(): StencilLibrary {
  const names = (readdirSync(`${folder}/stencils`, { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.xml'),
  );
  library ??= readStencils(names.toSorted().map((name) => sharedText(`stencils/${name}`))).value;
  return library;
}

/** Pages that a real generator built, with the ids it gave. */
export interface AnchorTruth {
  /** Of the file, without its ending. */
  readonly name: string;
  /** Of the pages' files, as they were built. */
  readonly ending: string;
  readonly pages: readonly {
    readonly page: string;
    readonly doc: string;
    readonly ids: readonly string[];
    readonly headings?: readonly { readonly tag: string; readonly id: string | null; readonly text: string }[];
    /** Why the real build refuses the page. */
    readonly error?: string;
  }[];
}

export function anchorTruths(): readonly AnchorTruth[] {
  return readdirSync(`${folder}/anchors/ids`).map((file) => {
    const name = file.replace('.json', '');
    const { pages } = JSON.parse(sharedText(`anchors/ids/${file}`)) as Pick<AnchorTruth, 'pages'>;
    return { name, ending: endingOf(name), pages };
  });
}

function endingOf(name: string): string {
  if (name.startsWith('asciidoctor')) return '.adoc';
  if (name === 'sphinx-rst') return '.rst';
  return name.endsWith('mdx') ? '.mdx' : '.md';
}

export const sharedPath = (path: string): string => `${folder}/${path}`;

/** A repository's documentation, with the links of its diagrams checked by hand. */
export interface TreeTruth {
  readonly tree: string;
  readonly repo: string;
  readonly site: string;
  /** Every path of the repository, also of files that are not kept. */
  readonly paths: readonly string[];
  readonly links: readonly {
    readonly file: string;
    /** Diagram in the file and page in the diagram, from 0. */
    readonly model: number;
    readonly page: number;
    readonly cellId: string;
    readonly href: string;
    readonly verdict: string;
    readonly certainty: string;
    readonly why: string;
  }[];
}

export function treeTruths(): readonly TreeTruth[] {
  const names = readdirSync(`${folder}/trees`).filter((name) => name.endsWith('.truth.json'));
  return names.map((name) => {
    const truth = JSON.parse(sharedText(`trees/${name}`)) as Omit<TreeTruth, 'paths'>;
    return {
      ...truth,
      paths: sharedText(`trees/${truth.tree}/_paths.txt`)
        .split('\n')
        .filter((path) => path !== ''),
    };
  });
}

/** A small site, and what the real build wrote for each of its files. */
export interface UrlTruth {
  /** `jekyll-baseurl`. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly map: readonly {
    readonly source: string;
    readonly outputs: readonly string[];
    readonly servedUrl: readonly string[];
    readonly url?: string;
    readonly relative_url?: string;
    readonly canonical?: string;
  }[];
  readonly extraOutputs: readonly string[];
  /** What differs from the generator's defaults. */
  readonly config: unknown;
}

export function urlTruths(): readonly UrlTruth[] {
  return readdirSync(`${folder}/anchors/urls`).map((file) => ({
    ...(JSON.parse(sharedText(`anchors/urls/${file}`)) as Omit<UrlTruth, 'name'>),
    name: file.replace('.json', ''),
  }));
}
