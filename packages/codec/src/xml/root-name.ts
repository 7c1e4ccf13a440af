/** Whether a document's root element has such a name, told without parsing: what is wrong with it is found later. */
export const hasRoot = (text: string, name: RegExp): boolean => name.test(rootName(text) ?? '');

function rootName(text: string): string | null {
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  while (text.startsWith('<?', at) || text.startsWith('<!', at)) {
    const end = endOfProlog(text, at);
    if (end < 0) return null;
    at = skipSpace(text, end);
  }
  const tag = /<([A-Za-z_][\w:.-]{0,80})/y;
  tag.lastIndex = at;
  return tag.exec(text)?.[1] ?? null;
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
