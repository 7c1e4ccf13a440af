/** The name of a document's root element and where it starts, told without parsing: what is wrong with it is found later. */
export function rootName(text: string): { readonly name: string; readonly start: number } | null {
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  while (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    const end = endOfProlog(text, at);
    if (end < 0) return null;
    at = skipSpace(text, end);
  }
  const tag = /<([A-Za-z_][\w:.-]{0,80})/y;
  tag.lastIndex = at;
  const name = tag.exec(text)?.[1];
  return name === undefined ? null : { name, start: at };
}

/** Behind the declaration, comment or DOCTYPE at `at`; -1 when it does not end. */
function endOfProlog(text: string, at: number): number {
  const comment = text.startsWith('<!--', at);
  const subset = text.indexOf('[', at);
  const plainEnd = text.indexOf('>', at);
  const closing = comment ? '-->' : text.startsWith('<?', at) ? '?>' : subset >= 0 && subset < plainEnd ? ']>' : '>';
  const end = text.indexOf(closing, at);
  return end < 0 ? -1 : end + closing.length;
}

function skipSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
}
