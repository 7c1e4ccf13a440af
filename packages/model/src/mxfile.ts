import type { Attribute } from './attribute.ts';
import type { Cell } from './cell.ts';

/** What a payload holds: an `<mxfile>` of pages, one bare `<mxGraphModel>`, or a shape library. */
export interface MxFile {
  readonly root: 'mxfile' | 'mxGraphModel' | 'mxlibrary';
  /** Attributes of `<mxfile>`, in order; empty for the others. `host modified agent etag version` carry no meaning. */
  readonly attributes: readonly Attribute[];
  /** In order; one for a bare model, one per entry for a library. */
  readonly pages: readonly Page[];
}

/** How a page's model is stored: as XML elements, as text in some encoding, or not at all. */
export type PageStorage = 'elements' | 'text' | 'image' | 'empty';

/** One `<diagram>` of an mxfile, the whole of a bare model, or an entry of a library. */
export interface Page {
  /** From 0. */
  readonly index: number;
  /** Null in old files and bare models. */
  readonly id: string | null;
  /** The tab's name, or a library entry's title. */
  readonly name: string | null;
  readonly storage: PageStorage;
  /** Attributes of `<diagram>` other than id and name, in order. */
  readonly attributes: readonly Attribute[];
  /** Null when the page is empty, an image, or could not be read (then a diagnostic says why). */
  readonly model: Model | null;
}

/** The model of a page: its settings and its cells in document order (parents before or after their children). */
export interface Model {
  readonly settings: ModelSettings;
  /** Attributes of `<mxGraphModel>` that mxg does not know, in order. */
  readonly unknownAttributes: readonly Attribute[];
  readonly cells: readonly Cell[];
}

/** The attributes of `<mxGraphModel>`. Null: not given, then draw.io's default counts (`modelDefaults`). */
export interface ModelSettings {
  /** Scroll position when the file was saved, px; no meaning. */
  readonly dx: number | null;
  readonly dy: number | null;
  readonly grid: boolean | null;
  /** px. */
  readonly gridSize: number | null;
  readonly guides: boolean | null;
  readonly tooltips: boolean | null;
  readonly connect: boolean | null;
  readonly arrows: boolean | null;
  readonly fold: boolean | null;
  /** Whether the page view is on. */
  readonly page: boolean | null;
  readonly pageScale: number | null;
  /** px, as `pageHeight`. */
  readonly pageWidth: number | null;
  readonly pageHeight: number | null;
  /** A colour, `none`, or `light-dark(a, b)`. */
  readonly background: string | null;
  /** JSON of the background image, as stored. */
  readonly backgroundImage: string | null;
  /** Whether labels are typeset as mathematics. */
  readonly math: boolean | null;
  readonly shadow: boolean | null;
  /** Fonts to load, as stored: `name^url|name^url`. */
  readonly extFonts: string | null;
  /** `auto`, `simple`, `none`, or empty. */
  readonly adaptiveColors: string | null;
}

/** What draw.io takes where a model does not say (draw.io 24.7.17, a new file without configuration). */
export const modelDefaults = {
  grid: true,
  gridSize: 10,
  guides: true,
  tooltips: true,
  connect: true,
  arrows: true,
  fold: true,
  page: true,
  pageScale: 1,
  pageWidth: 850,
  pageHeight: 1100,
  background: 'none',
  math: false,
  shadow: false,
} as const satisfies Partial<{ [K in keyof ModelSettings]: NonNullable<ModelSettings[K]> }>;

/** How many `mxCell`s a file holds, wrapped ones once, roots and layers too. */
export function countCells(file: MxFile): number {
  return file.pages.reduce((sum, page) => sum + (page.model?.cells.length ?? 0), 0);
}

/** How many links a file holds: of cells, and `<a href>` in labels. */
export function countLinks(file: MxFile): number {
  return file.pages
    .flatMap((page) => page.model?.cells ?? [])
    .reduce((sum, cell) => sum + (cell.link === null ? 0 : 1) + (cell.label.match(ANCHOR)?.length ?? 0), 0);
}

const ANCHOR = /<a\s[^<>]*\bhref\s*=/gi;
