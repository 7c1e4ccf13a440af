import type { Edit, Severity, Span } from '@mxg/model';

/** Something that a rule does not like, where it stands, and what to do about it. */
export interface Problem {
  /** `link/heading-exists`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Lower case, values in backticks, no full stop. */
  readonly message: string;
  /** What to do about it; empty when the message says it. */
  readonly hint: string;
  /** In the text of the file. Null when the file as a whole is meant. */
  readonly span: Span | null;
  /** Whether `span` is the very place; false where it is that of a payload whose encoding keeps no places. */
  readonly exact: boolean;
  /** Number of the diagram in its file, from 1; null for a problem of the file. */
  readonly diagram: number | null;
  /** Index of the page in the diagram, from 0; null when no page is meant. */
  readonly page: number | null;
  readonly pageName: string | null;
  /** Id of the cell. */
  readonly cell: string | null;
  /** Of the cell, as people read it. */
  readonly label: string | null;
  readonly href: string | null;
  /** What `--fix` does about it; null where a person has to decide. */
  readonly fix: Fix | null;
  /** What was likely meant; it changes what the diagram says, so it is done with `--unsafe-fixes` only. */
  readonly suggestion: Fix | null;
}

/** A change of one diagram that makes a problem go away. */
export interface Fix {
  /** For people: `link to #research`. */
  readonly title: string;
  readonly edits: readonly Edit[];
}
