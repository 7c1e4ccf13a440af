/** A heading's Markdown without the attributes behind it, and the id in them. */
export interface Attributed {
  readonly source: string;
  /** Null when attributes give none, or there are none. */
  readonly id: string | null;
}

/**
 * `{#id .class key=value}` at the end of a heading's last line, as goldmark 1.7 reads it: the last brace that is not escaped begins
 * it, and what follows must be attributes to the end.
 */
export function headingAttributes(source: string): Attributed {
  const none = { source, id: null };
  if (!source.trimEnd().endsWith('}')) return none;
  const start = source.lastIndexOf('\n') + 1;
  const open = lastBrace(source, start);
  const attributes = open < 0 ? null : attributesIn(source.slice(open));
  return attributes === null ? none : { source: source.slice(0, open), id: attributes.id };
}

function lastBrace(source: string, from: number): number {
  let found = -1;
  for (let at = from; at < source.length; at++) {
    if (source.charAt(at) === '\\') at++;
    else if (source.charAt(at) === '{') found = at;
  }
  return found;
}

/** One attribute and what may part it from the next. */
const ITEM =
  /\s*(?:([#.])((?:[^\s!-/:-@[-`{-~]|[_\-:.])*)|([A-Za-z_:][\w:.-]*)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d[\w.]*|true|false|[A-Za-z]+))\s*,?\s*/y;

/** Null when something in the braces is no attribute. */
function attributesIn(text: string): { readonly id: string | null } | null {
  let id: string | null = null;
  let at = 1;
  for (;;) {
    if (/^\s*\}/.test(text.slice(at))) return /^\s*\}\s*$/.test(text.slice(at)) ? { id } : null;
    ITEM.lastIndex = at;
    const found = ITEM.exec(text);
    if (found === null || found[0] === '') return null;
    if (found[1] === '#') id = found[2] ?? '';
    if (found[3] === 'id') id = (found[4] ?? '').replace(/^["']|["']$/g, '');
    at = ITEM.lastIndex;
  }
}
