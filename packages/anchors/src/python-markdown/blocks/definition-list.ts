import {
  blockOf,
  find,
  hasIndent,
  headOf,
  lineAt,
  linesOf,
  part,
  putBack,
  unindent,
  unindentLoosely,
} from '../lines.ts';
import { append, lastChild, nodeOf, type Node } from '../node.ts';
import { TAB } from '../source.ts';
import { strip } from '../whitespace.ts';
import { isIn, within, type Processor } from './processor.ts';

const MARK = /^ {0,3}: {1,3}(.*)$/;

/** Terms on lines of their own, then `: ` and what they mean (Python-Markdown 3.10, `def_list`). */
export const definitionList: Processor = (parser, { parent, block, queue }) => {
  const at = find(block, MARK);
  if (at < 0) return false;
  const sibling = lastChild(parent);
  const terms = at > block.from ? linesOf(part(block, block.from, at) ?? block) : [];
  if (terms.length === 0 && sibling === undefined) return false;
  const { text, line } = lineAt(block, at);
  const after = part(block, at + 1);
  const { lines, rest } = looseOrTight(after);
  const paragraph = terms.length === 0 && sibling?.tag === 'p' ? sibling : undefined;
  const list = sibling?.tag === 'dl' ? sibling : append(parent, nodeOf('dl', line));
  if (paragraph !== undefined) parent.children.splice(parent.children.indexOf(paragraph), 1);
  for (const term of [...(paragraph?.text ?? []), ...terms])
    append(list, nodeOf('dt', term.line, [{ ...term, text: strip(term.text) }]));
  const definition = append(list, nodeOf('dd', line));
  within(parser, paragraph === undefined && terms.length > 0 ? 'list' : 'looselist', () =>
    parser.parse(definition, [blockOf([{ text: MARK.exec(text)?.[1] ?? '', line }, ...lines])]),
  );
  putBack(queue, rest);
  return true;
};

/** Lines that are not indented belong to the definition, too, unless they begin a list or another definition. */
function looseOrTight(after: ReturnType<typeof part>): ReturnType<typeof unindent> {
  if (after === null) return { lines: [], rest: null };
  if (/^ {0,3}(?:[*+-]|\d+\.|:)/.test(headOf(after))) return unindent(after, TAB);
  const next = find(after, MARK);
  const own = next < 0 ? after : part(after, after.from, next);
  return {
    lines: own === null ? [] : unindentLoosely(linesOf(own), TAB),
    rest: next < 0 ? null : part(after, next),
  };
}

/** An indented block behind a definition list belongs to its last definition. */
export const definitionIndent: Processor = (parser, { parent, block }) => {
  const list = lastChild(parent);
  const target = parent.tag === 'dd' ? parent : list?.tag === 'dl' ? lastDefinition(list) : undefined;
  if (target === undefined || !hasIndent(headOf(block), TAB) || isIn(parser, 'detabbed')) return false;
  const lines = unindentLoosely(linesOf(block), TAB);
  within(parser, 'detabbed', () => parser.parse(target, [blockOf(lines)]));
  return true;
};

function lastDefinition(list: Node): Node | undefined {
  const last = lastChild(list);
  return last?.tag === 'dd' ? last : undefined;
}
