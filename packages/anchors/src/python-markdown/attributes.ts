/** `{: #id .class key="value"}` (Python-Markdown 3.10, `attr_list`) right behind an inline element; `:` may be missing. */
const BEHIND = /^\{:? *([^}\n ][^}\n]*)\}/;

/** A text without its attribute list, and the id in it; null when it has no list. */
export interface Attributed {
  readonly text: string;
  readonly id: string | null;
}

/** The list at the end of a heading's last text; braces inside of it make it none. */
export function attributesAtEnd(text: string): Attributed | null {
  const line = text.lastIndexOf('\n') + 1;
  for (let open = text.indexOf(' {', line); open >= 0; open = text.indexOf(' {', open + 1)) {
    const list = listToEnd(text, open + 1);
    if (list !== null) return attributed(text.slice(0, open).trimEnd(), list);
  }
  return null;
}

/** The list on the last line of a block's last text. */
export function attributesOnLastLine(text: string): Attributed | null {
  const line = text.lastIndexOf('\n');
  const indent = /^ */.exec(text.slice(line + 1))?.[0].length ?? 0;
  const list = line < 0 ? null : listToEnd(text, line + 1 + indent);
  return list === null ? null : attributed(text.slice(0, line), list);
}

/** What stands in braces that are opened at an offset and closed at the end of the text; null for none. */
function listToEnd(text: string, open: number): string | null {
  const end = text.trimEnd().length - 1;
  if (text.charAt(open) !== '{' || text.charAt(end) !== '}' || text.slice(end).includes('\n')) return null;
  const list = text
    .slice(open + 1, end)
    .replace(/^:/, '')
    .trim();
  return list === '' || list.startsWith('}') ? null : list;
}

/** The list that follows an inline element; `text` is what remains behind it. */
export function attributesBehind(text: string): Attributed | null {
  const found = BEHIND.exec(text);
  return found === null ? null : { text: text.slice(found[0].length), id: idIn(found[1] ?? '') };
}

function attributed(text: string, list: string): Attributed | null {
  return list.includes('}') ? null : { text, id: idIn(list) };
}

const ITEM = /([^ =}]+)="([^"]*)"|([^ =}]+)='([^']*)'|([^ =}]+)=([^ =}]+)|([^ =}]+)/g;

/** The last id that a list gives: `#id`, or `id=…`. */
function idIn(list: string): string | null {
  let id: string | null = null;
  for (const [, a, aValue, b, bValue, c, cValue, word] of list.matchAll(ITEM)) {
    if (word?.startsWith('#') === true && word.length > 1) id = word.slice(1);
    if ((a ?? b ?? c) === 'id') id = aValue ?? bValue ?? cValue ?? null;
  }
  return id;
}
