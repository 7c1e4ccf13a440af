import type { Directive } from './directive-context.ts';
import { directiveParts, type DirectiveParts } from './directive-parts.ts';
import type { RstDocument } from './document.ts';
import { element } from './element.ts';
import { sphinxIdentifierOf } from './identifier.ts';
import type { Lines } from './lines.ts';

/** The ids that a signature gives: what stands before the name, and the names. */
type Signature = (document: RstDocument, signature: string, options: DirectiveParts['options']) => readonly string[];

/** Sphinx's domain objects: what stands at `..  name::` is described, and its name is an id. Source: Sphinx 9.1, `domains`. */
const rows: readonly (readonly [names: string, Signature])[] = [
  [
    'function class method classmethod staticmethod attribute data exception property decorator decoratormethod type',
    pythonIds,
  ],
  ['c:function c:member c:var c:macro c:struct c:union c:enum c:enumerator c:type', cIds],
  [
    'js:function js:method js:class js:data js:attribute',
    (_, signature) => [sphinxIdentifierOf(pythonName(signature))],
  ],
  ['option cmdoption', optionIds],
  ['envvar', (_, signature) => [sphinxIdentifierOf(`envvar-${signature}`)]],
  ['confval', (_, signature) => [sphinxIdentifierOf(`confval-${signature}`)]],
  ['rst:directive', (_, signature) => [sphinxIdentifierOf(`directive-${signature.replace(/^\.\. *|::.*$/g, '')}`)]],
  ['rst:role', (_, signature) => [sphinxIdentifierOf(`role-${signature.replace(/^:|:$/g, '')}`)]],
];

const DESCRIPTIONS: ReadonlyMap<string, Signature> = new Map(
  rows.flatMap(([names, signature]) => names.split(' ').map((name) => [name, signature])),
);

/** Reads directives that describe something: each signature has an id, the content is blocks. Nothing for a directive that nobody knows. */
export function describe(directive: Directive): void {
  const name = directive.name.replace(/^(?:py|std):/, '');
  if (name === 'module' || name === 'js:module') describeModule(directive);
  if (name === 'glossary') describeTerms(directive);
  const signature = DESCRIPTIONS.get(name);
  if (signature === undefined) return;
  const { document, line, parent, lines, nested } = directive;
  const parts = directiveParts(lines, true);
  const list = element('list', line);
  parent.children.push(list);
  for (const each of parts.argument.split(/(?<!\\)\n/)) {
    const term = element('block', line);
    if (!parts.options.has('no-index') && !parts.options.has('noindex'))
      term.ids.push(...signature(document, each.trim(), parts.options).filter((id) => document.ids.take(id)));
    list.children.push(term);
  }
  const outer = document.described.get('class');
  if (/^(?:class|exception|js:class)$/.test(name)) document.described.set('class', pythonName(parts.argument));
  nested(parts.content, list);
  if (outer === undefined) document.described.delete('class');
  else document.described.set('class', outer);
}

const pythonName = (signature: string): string =>
  signature
    .replace(/^(?:(?:final|abstract|async|static|classmethod|property|class|exception)\s+)*/, '')
    .replace(/[\s([:=@][\s\S]*$/, '');

function pythonIds(
  { described }: RstDocument,
  signature: string,
  options: DirectiveParts['options'],
): readonly string[] {
  const name = pythonName(signature.replace(/^@/, ''));
  const outer = described.get('class');
  const module = options.get('module') ?? described.get('module');
  const inClass = outer === undefined || name.startsWith(`${outer}.`) ? name : `${outer}.${name}`;
  return name === ''
    ? []
    : [sphinxIdentifierOf(module === undefined || module === '' ? inClass : `${module}.${inClass}`)];
}

function cIds(_: RstDocument, signature: string): readonly string[] {
  const declared = signature.replace(/[([={][\s\S]*$/, '').trim();
  const name =
    declared
      .split(/[^\w.]/)
      .at(-1)
      ?.replace(/^[^A-Za-z_]+/, '') ?? '';
  return name === '' ? [] : [`c.${name}`];
}

function optionIds({ described }: RstDocument, signature: string): readonly string[] {
  const program = described.get('program');
  return signature.split(', ').flatMap((option) => {
    const name = option.trim().replace(/[=[\s][\s\S]*$/, '');
    const prefix = [
      'cmdoption',
      ...(program === undefined || program === '' ? [] : [program]),
      ...(/^[-/+]/.test(name) ? [] : ['arg']),
    ];
    return name === '' ? [] : [sphinxIdentifierOf(`${prefix.join('-')}-${name}`)];
  });
}

function describeModule({ document, lines, line, parent, nested }: Directive): void {
  const { argument, options, content } = directiveParts(lines, true);
  const name = argument.trim();
  document.described.set('module', name);
  const target = element('target', line);
  if (!options.has('no-index') && !options.has('noindex')) target.ids.push(`module-${name}`);
  parent.children.push(target);
  nested(content, parent);
}

/** Terms are not indented; definitions are. */
function describeTerms({ document, lines, line, parent, nested, inline }: Directive): void {
  const { content } = directiveParts(lines, false);
  const list = element('silent', line);
  parent.children.push(list);
  let from = 0;
  content.text.forEach((text, at) => {
    if (text === '' || text.startsWith(' ') || text.startsWith('.. ')) return;
    nested(definitionLines(content, from, at), list);
    from = at + 1;
    const term = element('block', content.first + at);
    const shown = inline((text.split(' : ', 1)[0] ?? '').trimEnd(), term);
    const id = sphinxIdentifierOf(`term-${shown}`);
    term.ids.push(id !== 'term' && document.ids.take(id) ? id : `term-${document.indexEntries++}`);
    list.children.push(term);
  });
  nested(definitionLines(content, from, content.text.length), list);
}

function definitionLines({ text, first }: Lines, from: number, to: number): Lines {
  const lines = text.slice(from, to);
  const indents = lines.filter((line) => line !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 100);
  return { text: lines.map((line) => line.slice(indent)), first: first + from };
}
