import type { Token } from '../commonmark/token.ts';

/** An inline element as goldmark has it: text, or something around other nodes. */
type Node = { readonly text: string; readonly code?: true } | { readonly children: readonly Node[] };

/**
 * The text that Hugo 0.167 makes an id of (`render.TextPlain`): text nodes, in which numeric references stay as they are
 * written; of every other node the first child alone. Addresses that become links have no text. Of several lines the last counts.
 */
export function plainText(tokens: readonly Token[]): string {
  const text = nodesOf(tokens)
    .map((node) => ('text' in node ? node.text : firstText(node.children)))
    .join('');
  return text.slice(text.lastIndexOf('\n') + 1);
}

function firstText([first]: readonly Node[]): string {
  if (first === undefined) return '';
  if (!('text' in first)) return firstText(first.children);
  return first.code === true ? first.text : first.text.replace(TYPOGRAPHIC_ON, '');
}

/** Tokens as a tree: links, emphasis and images hold what stands between their marks. */
function nodesOf(tokens: readonly Token[]): readonly Node[] {
  const root: Node[] = [];
  const open: Node[][] = [root];
  for (const token of tokens) {
    if (token.nesting === 1) {
      const children: Node[] = [];
      open.at(-1)?.push({ children });
      open.push(children);
    } else if (token.nesting < 0) open.pop();
    else addTo(open.at(-1) ?? root, token);
  }
  return root;
}

function addTo(nodes: Node[], { type, content, markup, children }: Token): void {
  if (type === 'image') nodes.push({ children: nodesOf(children ?? []) });
  else if (type === 'code_inline') nodes.push({ children: [{ text: content, code: true }] });
  else if (type === 'softbreak' || type === 'hardbreak') addText(nodes, '\n');
  else if (type === 'text_special') addText(nodes, markup.startsWith('&#') ? markup : content);
  else if (type === 'text') for (const piece of withoutAddresses(content)) addPiece(nodes, piece);
}

/** Neighbouring text is one node. */
function addText(nodes: Node[], text: string): void {
  const last = nodes.at(-1);
  if (last !== undefined && 'text' in last) nodes[nodes.length - 1] = { text: last.text + text };
  else nodes.push({ text });
}

function addPiece(nodes: Node[], piece: string | null): void {
  if (piece === null) nodes.push({ children: [] });
  else if (piece !== '') addText(nodes, piece.replace(DASHES, '—'));
}

/** What the typographer turns into a character that no id has. */
const DASHES = /(?<!-)---?(?!-)/g;

/** What it makes a node of its own of: the first of them parts a text in two nodes. */
const TYPOGRAPHIC_ON = /(?:["']|\.{3}|<<|>>|(?<!-)---?(?!-))[^]*$/;

/** goldmark's `linkify`: addresses of the web and of mail, at the start or behind a space or a mark. */
const ADDRESS =
  /(?<=^|[\s*_~(])(?:(?:https?|ftp):\/\/[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?(?:[/#?][^\s<]*)?|www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?:[/#?][^\s<]*)?|[a-zA-Z0-9._+-]{1,64}@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+)/g;

/** Text with its addresses as null. */
function withoutAddresses(text: string): readonly (string | null)[] {
  if (!/[@:]|www\./.test(text)) return [text];
  const pieces: (string | null)[] = [];
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    let end = address.length;
    while ('?!.,:*_~)'.includes(address.charAt(end - 1)) && end > 0) end--;
    pieces.push(text.slice(from, index), null);
    from = index + end;
  }
  return [...pieces, text.slice(from)];
}
