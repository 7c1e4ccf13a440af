import type { Anchor, Resolution } from '@mxg/anchors';
import type { EmbeddedDiagram, Source } from '@mxg/codec';
import type { Cell, CellRef, Diagnostic, Model, MxFile, Page, Severity, Span, Subject } from '@mxg/model';
import type { StageGraph } from '@mxg/stage-graph';
import type { Fix } from './problem.ts';

/** What a rule looks at in a file, and what it finds. Rules are pure: the same file and site give the same findings in the same order. */
export interface Rule {
  /** `link/heading-exists`: its group, and what holds when it is kept. */
  readonly id: string;
  /** One line for people: what it wants. */
  readonly wants: string;
  /** What it says by itself: `error` only for what breaks for a reader or in draw.io. */
  readonly severity: Severity;
  /** The smallest preset that has it on; null for rules that are on by name only. */
  readonly preset: PresetName | null;
  /** Findings in a whole file. */
  readonly file?: (view: FileView) => Iterable<Finding>;
  /** Findings in one diagram. */
  readonly diagram?: (view: DiagramView) => Iterable<Finding>;
  /** Findings on one page of a diagram that could be read. */
  readonly page?: (view: PageView) => Iterable<Finding>;
}

/** Each has all rules of the one before. */
export type PresetName = 'recommended' | 'strict' | 'all';

/** What a rule found. The place is the cell's attribute where `cell` is given, else `at`, else the whole diagram or file. */
export interface Finding {
  readonly message: string;
  readonly hint?: string;
  readonly cell?: Pick<Cell, 'index' | 'id'>;
  /** Name of the attribute that is meant, `label` for the label wherever it is stored; null for the cell's tag. */
  readonly attribute?: string | null;
  /** A place in the file's text. */
  readonly at?: { readonly span: Span | null; readonly exact: boolean };
  readonly label?: string;
  readonly href?: string;
  readonly page?: Pick<Page, 'index' | 'id' | 'name'>;
  /** What is known of page and cell by name alone. */
  readonly subject?: Subject;
  /** Lower than the rule's own: something that the rule merely mentions. */
  readonly severity?: Severity;
  readonly fix?: Fix;
  readonly suggestion?: Fix;
}

/** The site around a file, as far as rules ask for it. */
export interface SiteView {
  /** Where a link that stands in a diagram of the file leads. */
  readonly resolve: (href: string) => Resolution;
  /** The ids of a page by its path in the tree; empty where it has none. */
  readonly anchorsOf: (path: string) => readonly Anchor[];
  /** The page that shows the file's diagrams: the file itself, or the first that embeds the picture; null for none. */
  readonly page: string | null;
}

/** A file and all that is in it. */
export interface FileView {
  readonly source: Source;
  /** What the codec said of it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly diagrams: readonly DiagramView[];
  /** Null when no site is known: then links are not followed. */
  readonly site: SiteView | null;
}

/** A diagram in a file. */
export interface DiagramView {
  readonly embedded: EmbeddedDiagram;
  /** In its file, from 1. */
  readonly number: number;
  /** Null when it could not be read. */
  readonly file: MxFile | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: readonly PageView[];
  readonly site: SiteView | null;
}

/** A page of a diagram. What is costly to know is found out at the first question. */
export interface PageView {
  readonly page: Page;
  readonly model: Model;
  readonly file: MxFile;
  readonly site: SiteView | null;
  readonly graph: () => StageGraph;
  /** The first cell of that id; of a number, the cell in that place. */
  readonly cell: (ref: CellRef) => Cell | undefined;
  /** What people read on a cell. */
  readonly labelOf: (cell: Cell) => string;
}
