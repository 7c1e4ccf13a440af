/** A heading's Markdown, and the id that its `{#id}` gives it. */
export interface AttributedHeading {
  readonly source: string;
  /** Null where it gives none. */
  readonly id: string | null;
}

/** What may stand in a heading's last braces. Source: pulldown-cmark 0.13, heading attributes. */
const NO_CONTENT = /[{}<>\\\n\r]/;

/** Takes the block of attributes off a heading's Markdown: the last braces, right before its end. */
export function headingAttributes(heading: string): AttributedHeading {
  const source = heading.trimEnd();
  const open = source.endsWith('}') ? source.lastIndexOf('{') : -1;
  if (open < 0) return { source: heading, id: null };
  const content = source.slice(open + 1, -1);
  if (NO_CONTENT.test(content)) return { source: heading, id: null };
  return { source: source.slice(0, open).trimEnd(), id: idIn(content) };
}

/** `#id` wins over `id=id`, and the last one over those before it. */
function idIn(content: string): string | null {
  const words = content.split(/[ \t\n\f\r]/).filter((word) => word.length > 1);
  const hash = words.findLast((word) => word.startsWith('#'));
  const named = words.findLast((word) => word.startsWith('id='));
  return hash?.slice(1) ?? named?.slice(3) ?? null;
}
