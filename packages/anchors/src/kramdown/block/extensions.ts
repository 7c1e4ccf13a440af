import { joinLists, readAttributeList, NO_ATTRIBUTES } from '../attribute-list.ts';
import { bracesAt } from '../braces.ts';
import { indentAt, lineEnd, LIST_NAME } from '../characters.ts';
import { EXTENSIONS, runExtension } from '../extension.ts';
import { matchAt } from '../source.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';
import { listAt } from './boundary.ts';

const DEFINITION = new RegExp(` {0,3}\\{:(${LIST_NAME}):`, 'y');
const EXTENSION = / {0,3}\{::(\w+)(?=[ \t\r\n\f\v/}])/y;
const NAME_END = /\}[ \t\r\f\v]*\n/y;
/** What ends an extension, by its name. */
const STOPS: ReadonlyMap<string, RegExp> = new Map(
  EXTENSIONS.map((name) => [name, new RegExp(`^ {0,3}\\{:/(?:${name})?\\}[ \\t\\r\\f\\v]*\\n`, 'gm')]),
);
/** Blocks that go by no name of their own in the page but may have attributes. */
const DEFINITIONS = new Set(['link', 'abbreviation', 'footnote']);

/** Reads what begins with `{:`: an attribute list for a block, the definition of one, or an extension. */
export function readBlockExtension(blocks: Blocks): boolean {
  const { text } = blocks.scan.source;
  if (!text.startsWith('{:', blocks.scan.pos + indentAt(text, blocks.scan.pos))) return false;
  return readListDefinition(blocks) || readExtension(blocks) || readList(blocks);
}

function readListDefinition(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const found = matchAt(DEFINITION, source.text, pos);
  const braces = found === null ? null : bracesAt(source, pos + found[0].length);
  if (found === null || braces === null) return false;
  const name = found[1] ?? '';
  const { lists } = blocks.page;
  lists.set(name, joinLists(lists.get(name) ?? NO_ATTRIBUTES, readAttributeList(braces.content)));
  addBlock(blocks, 'eob', lineOf(blocks), { value: 'list-definition' });
  blocks.scan.pos = braces.end;
  return true;
}

/** Gives an attribute list to the block before it, else keeps it for the one behind it. */
function readList(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const braces = listAt(source, pos);
  if (braces === null) return false;
  const line = lineOf(blocks);
  const list = readAttributeList(braces.content);
  blocks.scan.pos = braces.end;
  const last = blocks.tree.children.at(-1);
  if (last === undefined || last.kind === 'blank' || (last.kind === 'eob' && !DEFINITIONS.has(last.value))) {
    blocks.ial = joinLists(blocks.ial, list);
    return true;
  }
  last.ial = joinLists(last.ial, list);
  if (listAt(source, braces.end) === null) addBlock(blocks, 'eob', line, { value: 'list' });
  return true;
}

function readExtension(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const found = matchAt(EXTENSION, source.text, pos);
  const name = found?.[1] ?? '';
  const braces = found === null ? null : openingAt(blocks, pos + found[0].length);
  if (braces === null) return false;
  const selfClosing = braces.content.endsWith('/');
  const stop = selfClosing ? null : stopAt(blocks, name, braces.end);
  if (!selfClosing && stop === null) return false;
  const body = stop === null ? null : source.text.slice(braces.end, stop.start).replace(/\n$/, '');
  const made = runExtension(blocks.page, {
    name,
    options: braces.content.replace(/\/$/, ''),
    body,
    line: lineOf(blocks),
  });
  if (made === null) return false;
  blocks.scan.pos = stop?.end ?? braces.end;
  if (name === 'options') addBlock(blocks, 'eob', lineOf(blocks), { value: 'extension' });
  blocks.tree.children.push(...made);
  return true;
}

function openingAt({ scan }: Blocks, start: number): { readonly content: string; readonly end: number } | null {
  if (scan.source.text.charAt(start) !== '}') return bracesAt(scan.source, start);
  const rest = matchAt(NAME_END, scan.source.text, start);
  return rest === null ? null : { content: '', end: start + rest[0].length };
}

function stopAt({ scan }: Blocks, name: string, from: number): { readonly start: number; readonly end: number } | null {
  const pattern = STOPS.get(name);
  const start = pattern === undefined ? -1 : scan.source.next(pattern, from);
  return start < 0 ? null : { start, end: lineEnd(scan.source.text, start) };
}
