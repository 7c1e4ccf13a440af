import type { Directive } from './directive-context.ts';
import { directiveParts } from './directive-parts.ts';
import { nameElement } from './document.ts';
import { element } from './element.ts';
import { normalizedName } from './identifier.ts';
import { indexEntry } from './roles.ts';

/** `contents`: a table of contents, whose entries have ids, too. */
export function contentsDirective({ document, lines, line, parent, section, inline }: Directive): void {
  const { argument, options } = directiveParts(lines, true);
  const topic = element('block', line);
  const title = argument === '' ? 'Contents' : inline(argument, topic);
  parent.children.push(topic);
  const name = normalizedName(title);
  if (document.names.has(name)) topic.ids.push(document.ids.next());
  else nameElement(document, topic, name, false);
  const depth = Number(options.get('depth') ?? Infinity);
  document.contents.push({ at: topic, of: options.has('local') ? section : document.root, depth });
}

/** `index`: a place for the entries of the index to lead to, which is handed to what follows. */
export function indexDirective({ document, lines, line, parent }: Directive): void {
  const name = directiveParts(lines, true).options.get('name');
  const target = { ...element('target', line), ids: name === undefined ? indexEntry(document, line).ids : [] };
  if (name !== undefined) nameElement(document, target, normalizedName(name), true);
  parent.children.push(element('invisible', line), target);
}

/** `role`: makes a name a role. */
export function roleDirective({ document, lines, line, parent }: Directive): void {
  const name = /^[^\s(]*/.exec(directiveParts(lines, true).argument)?.[0] ?? '';
  document.roles.add(name.toLowerCase());
  parent.children.push(element('invisible', line));
}
