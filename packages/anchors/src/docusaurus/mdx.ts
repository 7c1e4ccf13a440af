import type { Reading } from '@mxg/model';
import type { Heading, Nodes, Parents } from 'mdast';
import type { Anchor } from '../anchor.ts';
import { parse } from '../mdx/parse.ts';
import { treeAnchors } from '../mdx/tree-anchors.ts';
import { commentedId, docusaurusIds } from './heading-id.ts';

/** Reads MDX of Docusaurus. What MDX refuses has no ids, for the site is not built. */
export function mdxAnchors(text: string): Reading<readonly Anchor[]> {
  const parsed = parse(prepared(text), { mdx: true, directives: true });
  if ('problem' in parsed) return { value: [], diagnostics: [parsed.problem] };
  const idOf = docusaurusIds();
  const value = treeAnchors(parsed.root, (heading) => {
    const slugged = heading.children.map((child) => textOf(child, true)).join('');
    const shown = heading.children.map((child) => textOf(child, false)).join('');
    return idOf({ level: heading.depth, slugged, shown, commented: commentAt(heading) });
  });
  return { value, diagnostics: [] };
}

/** What Docusaurus makes right before MDX reads a page: ids in headings are no expressions, comments of HTML are comments of MDX. */
function prepared(text: string): string {
  const escaped = text
    .replace(/^\ufeff/, '')
    .replace(/^#{1,6}(?!#).*$/gm, (line) => line.replaceAll('{#', '\\{#').replaceAll('\\\\{#', '\\{#'));
  return withMdxComments(escaped);
}

/** Each comment from `<!--` to the next `-->`. */
function withMdxComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) break;
    kept.push(text.slice(from, at), `{/*${text.slice(at + 4, end)}*/}`);
    from = end + 3;
  }
  return kept.join('') + text.slice(from);
}

function commentAt({ children }: Heading): string | null {
  const last = children.at(-1);
  const comment = last?.type === 'mdxTextExpression' ? commentIn(last.value) : null;
  return comment === null ? null : commentedId(comment);
}

/** What an expression says that is nothing but a comment. */
const commentIn = (expression: string): string | null => /^\s*\/\*([^]*)\*\/\s*$/.exec(expression)?.[1] ?? null;

/** mdast-util-to-string 4: values and alternative texts; `slugged` also what no reader sees. */
function textOf(node: Nodes, slugged: boolean): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'mdxTextExpression') return slugged && commentIn(node.value) === null ? node.value : '';
  if (node.type === 'image' || node.type === 'imageReference') return slugged ? (node.alt ?? '') : '';
  return 'children' in node ? (node as Parents).children.map((child) => textOf(child, slugged)).join('') : '';
}
