import { find, hasIndent, headOf, lineAt, part, putBack, unindent } from '../lines.ts';
import { append, lastChild, nodeOf, type Node } from '../node.ts';
import { TAB } from '../source.ts';
import type { Processor } from './processor.ts';

/** The first line of a callout: kinds, and a title in quotes. */
const HEADS = {
  // Python-Markdown 3.10, `admonition`
  '!!!': /^!!! ?[\w-]+(?: +[\w-]+)*(?: +".*?")? *$/,
  // pymdownx.details 11
  '???': /^\?{3}\+? ?[\w-]*(?: +[\w-]+)*(?: *".*?")? *$/,
} as const;

const TAGS = { '!!!': 'admonition', '???': 'details' } as const;

/** A callout, whose content is indented; the next indented block goes on with it. */
export function admonition(mark: keyof typeof HEADS): Processor {
  const tag = TAGS[mark];
  return (parser, { parent, block, queue }) => {
    const at = find(block, HEADS[mark]);
    const open = at < 0 ? openIn(parent, tag, headOf(block)) : undefined;
    if (at < 0 && open === undefined) return false;
    const before = at < 0 ? null : part(block, block.from, at);
    if (before !== null) parser.parse(parent, [before]);
    const target = open ?? append(parent, nodeOf(tag, lineAt(block, at).line));
    const { lines, rest } = unindent(at < 0 ? block : part(block, at + 1), TAB);
    parser.parseLines(target, lines);
    putBack(queue, rest);
    return true;
  };
}

/** The callout that an indented block goes on with, also inside of the last item of a list in it. */
function openIn(parent: Node, tag: string, head: string): Node | undefined {
  const last = lastChild(parent);
  return last?.tag === tag && hasIndent(head, TAB) ? last : undefined;
}
