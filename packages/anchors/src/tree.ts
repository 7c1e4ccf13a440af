/** The files of a repository or folder, handed in by whoever knows files. */
export interface Tree {
  /** Every file: `/`-separated, relative to the tree's root, in order of code units, each once. */
  readonly paths: readonly string[];
  /** The text of one of `paths`; null when it cannot be read, or is no text. */
  readonly read: (path: string) => string | null;
  /** Whether the files stay as they are while the tree is used: then no page is read twice. */
  readonly frozen?: boolean;
}
