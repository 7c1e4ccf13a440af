import { idsInHtml } from '../html/ids.ts';
import { lineAt, place, type Body } from './block.ts';
import { describe } from './describe.ts';
import type { Directive } from './directive-context.ts';
import { DIRECTIVE_KINDS, type DirectiveKind } from './directive-kinds.ts';
import { directiveParts, type DirectiveParts } from './directive-parts.ts';
import { nameElement } from './document.ts';
import { element, type Element } from './element.ts';
import { normalizedName } from './identifier.ts';
import { readInline } from './inline.ts';
import { indentedBehind, type Lines } from './lines.ts';
import { productionListDirective } from './production-list.ts';
import { contentsDirective, indexDirective, roleDirective } from './special-directives.ts';

/** Reads the directive whose name ends `width` characters behind the beginning of the line. */
export function directive(body: Body, at: number, { name, width }: { name: string; width: number }): number {
  const { document, parent, nested } = body;
  const { lines: block, end } = indentedBehind(body.lines, at, width);
  const lines = hasNoHead(body, at, width) ? { text: ['', ...block.text], first: block.first - 1 } : block;
  const section = body.sections?.at(-1) ?? document.root;
  const inline = (text: string, into: Element): string => readInline(document, text, into);
  const isPlace = name.toLowerCase() !== 'default-role';
  if (isPlace)
    runDirective({
      document,
      name: name.toLowerCase(),
      lines,
      parent,
      section,
      line: lineAt(body, at),
      nested,
      inline,
    });
  else place(body, 'invisible', at);
  return end;
}

/** Whether neither the directive's line nor the next one has text, so that what comes below is content. */
const hasNoHead = ({ lines }: Body, at: number, width: number): boolean =>
  (lines.text[at] ?? '').length <= width && (lines.text[at + 1] ?? '') === '';

/** Directives that are more than a block with content. */
const SPECIAL: ReadonlyMap<string, (directive: Directive) => void> = new Map([
  ['contents', contentsDirective],
  ['index', indexDirective],
  ['productionlist', productionListDirective],
  ['role', roleDirective],
]);

/** Adds what a directive stands for to where it stands; nothing where neither docutils nor Sphinx knows it. */
export function runDirective(directive: Directive): void {
  const special = SPECIAL.get(directive.name);
  if (special !== undefined) {
    special(directive);
    return;
  }
  const kind = DIRECTIVE_KINDS.get(directive.name);
  if (kind === undefined) describe(directive);
  else readKind(directive, kind);
}

function readKind(directive: Directive, kind: DirectiveKind): void {
  const { parent, line, name, document } = directive;
  const parts = directiveParts(directive.lines, kind.argument !== 'none');
  if (name === 'program') document.described.set('program', parts.argument.trim().replace(/\s+/g, '-'));
  if (name.endsWith('currentmodule')) document.described.set('module', parts.argument.trim());
  const placed = kind.element === null ? parent : { ...element(kind.element, line), ...numbering(kind, parts) };
  if (placed !== parent) parent.children.push(placed);
  if (placed !== parent) nameBlock(directive, placed, parts);
  const shown = kind.argument === 'version' ? parts.argument.replace(/^\S*\s*/, '') : parts.argument;
  if (shown !== '' && kind.argument !== 'plain') directive.inline(shown, placed);
  readContent(directive, kind, { placed, content: parts.content });
}

function numbering(
  { numbered }: DirectiveKind,
  { argument, options, content }: DirectiveParts,
): Pick<Element, 'numbered'> {
  if (numbered === 'title') return { numbered: argument !== '' };
  if (numbered === 'content') return { numbered: content.text.length > 0 };
  return { numbered: numbered === 'caption-option' && options.has('caption') };
}

/** The `name` option of every block, and the `label` of equations. */
function nameBlock({ document, name }: Directive, placed: Element, { options }: DirectiveParts): void {
  const label = name === 'math' ? options.get('label') : undefined;
  const given = options.get('name');
  if (given !== undefined && given !== '') nameElement(document, placed, normalizedName(given), true);
  if (label !== undefined) placed.ids.push(`equation-${label}`);
}

function readContent(
  directive: Directive,
  kind: DirectiveKind,
  { placed, content }: { placed: Element; content: Lines },
): void {
  if (content.text.length === 0) return;
  if (kind.content === 'blocks') directive.nested(content, placed);
  if (kind.content === 'inline') directive.inline(content.text.join('\n'), placed);
  if (kind.content === 'html' && /^html\b/i.test(directiveParts(directive.lines, true).argument))
    readHtml(placed, content);
}

/** Puts the ids of raw HTML into an element. */
export function readHtml(into: Element, { text, first }: Lines): void {
  const html = text.join('\n');
  for (const { id, offset } of idsInHtml(html)) {
    const inside = element('inline', first + html.slice(0, offset).split('\n').length - 1);
    inside.ids.push(id);
    into.children.push(inside);
  }
}
