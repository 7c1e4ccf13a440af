/** `{: #id .class key="value"}` (Python-Markdown 3.10, `attr_list`); `:` may be missing. */
const BRACES = String.raw`\{:? *([^}\n ][^\n]*?) *\}`;

/** At the end of a heading, term or cell. */
const AT_END = new RegExp(`^(.*?) +${BRACES} *$`, 's');
/** On the last line of a block. */
const ON_LAST_LINE = new RegExp(`\\n *${BRACES} *$`);
/** Right behind an inline element. */
const BEHIND = /^\{:? *([^}\n ][^}\n]*)\}/;

/** A text without its attribute list, and the id in it; null when it has no list. */
export interface Attributed {
  readonly text: string;
  readonly id: string | null;
}

/** The list at the end of a heading's last text; braces inside of it make it none. */
export function attributesAtEnd(text: string): Attributed | null {
  if (!text.trimEnd().endsWith('}')) return null;
  const at = / \{/.exec(text)?.index;
  if (at === undefined) return null;
  const found = AT_END.exec(text);
  return found === null ? null : attributed(found[1] ?? '', found[2] ?? '');
}

/** The list on the last line of a block's last text. */
export function attributesOnLastLine(text: string): Attributed | null {
  const found = ON_LAST_LINE.exec(text.slice(text.lastIndexOf('\n')));
  return found === null ? null : attributed(text.slice(0, text.lastIndexOf('\n')), found[1] ?? '');
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
