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
  const closing = text.startsWith('<!--', at) ? /-->/g : text.startsWith('<?', at) ? /\?>/g : endOfDoctype(text, at);
  closing.lastIndex = at;
  return closing.test(text) ? closing.lastIndex : -1;
}

/** A DOCTYPE with declarations in brackets ends behind those. */
const endOfDoctype = (text: string, at: number): RegExp =>
  /^[^>[]*\[/.test(text.slice(at, at + 1000)) ? /\]\s{0,99}>/g : />/g;

function skipSpace(text: string, from: number): number {
  const space = /\s*/y;
  space.lastIndex = from;
  space.test(text);
  return space.lastIndex;
}
