/** Bounds on what is read, so that no input can exhaust time or memory. Each is named in the message when it is met. */
export interface Limits {
  /** Bytes of one input file. */
  readonly input: number;
  /** Bytes that the compressed payloads of one diagram may inflate to, all together. */
  readonly inflated: number;
  /** Inflated bytes for one compressed byte, looked at once a payload exceeds 1 MiB. */
  readonly ratio: number;
  /** Elements inside one another. */
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Cells of one page. */
  readonly cells: number;
  /** Pages of one diagram. */
  readonly pages: number;
  /** Diagrams of one file. */
  readonly diagrams: number;
  /** Chunks of one PNG. */
  readonly chunks: number;
}

/** Far above any honest diagram: the largest of 600 public ones has 5 MB and 3,000 cells. */
export const defaultLimits: Limits = {
  input: 256 * 2 ** 20,
  inflated: 128 * 2 ** 20,
  ratio: 500,
  depth: 500,
  attributes: 10_000,
  cells: 500_000,
  pages: 10_000,
  diagrams: 10_000,
  chunks: 100_000,
};
