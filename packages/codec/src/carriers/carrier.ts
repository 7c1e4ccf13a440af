import type { Span } from '@mxg/model';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';

/** The names of the carriers, as `mxg ls` prints them. */
export type CarrierName =
  | 'drawio'
  | 'library'
  | 'svg'
  | 'png'
  | 'pdf'
  | 'html'
  | 'viewer-url'
  | 'data-uri'
  | 'url'
  | 'xml'
  | 'compressed';

/** A diagram found in a text: which carrier, where, and its payload decoded to XML. */
export interface Finding {
  readonly carrier: CarrierName;
  /** What belongs to the carrier, in the text that was searched: other carriers do not look inside. */
  readonly claim: Span;
  /** The payload as the carrier stores it, its wrapping (attribute, JSON, chunk) taken off. Null when that failed. */
  readonly stored: NestedText | null;
  /** Set for a place that holds no diagram and in which none is to be looked for. */
  readonly isEmpty?: true;
}

/** One kind of place in which a diagram may stand. */
export interface Carrier {
  readonly name: CarrierName;
  /** For people: what is looked for, as in "no diagram found; looked for …". */
  readonly description: string;
  /**
   * `whole`: the whole text is of this carrier or nothing of it is; the first that claims it settles the matter, even when it
   * holds no diagram. `part`: any number stand in a page, each outside of what earlier carriers claimed.
   */
  readonly scope: 'whole' | 'part';
  /** Of a `part`: strings without any of which a text cannot hold it, a quick look before the long one. */
  readonly signs?: readonly string[];
  /** The findings in order; a `whole` carrier gives null when the text is none of its. */
  readonly find: (
    text: NestedText,
    report: Report,
    isClaimed: (offset: number) => boolean,
  ) => readonly Finding[] | null;
}

/** Carriers that are only read: other parts of the file depend on the payload's length or form. */
const READ_ONLY: ReadonlySet<CarrierName> = new Set<CarrierName>(['pdf', 'library']);

/** Whether a diagram in such a carrier can be written back in place. */
export const isWritable = (carrier: CarrierName): boolean => !READ_ONLY.has(carrier);

/** Whether there are more findings than are wanted: looking on would only take time. */
export const isFull = (findings: readonly Finding[], report: Report): boolean =>
  findings.length > report.limits.diagrams;
