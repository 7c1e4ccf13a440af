import type { Directive } from './directive-context.ts';
import { directiveParts } from './directive-parts.ts';
import { element } from './element.ts';
import { sphinxIdentifierOf } from './identifier.ts';

/** `productionlist`: a grammar, each of whose rules has an id. A first line without a colon names the group of all of them. */
export function productionListDirective({ document, lines, line, parent }: Directive): void {
  const rules = directiveParts(lines, true).argument.split('\n');
  const group = rules[0]?.includes(':') === false ? `${rules[0].trim()}-` : '';
  const list = element('block', line);
  for (const rule of group === '' ? rules : rules.slice(1)) {
    const name = rule.includes(':') ? rule.slice(0, rule.indexOf(':')).trim() : '';
    const id = sphinxIdentifierOf(`grammar-token-${group}${name}`);
    const production = element('inline', line);
    if (name !== '' && document.ids.take(id)) production.ids.push(id);
    list.children.push(production);
  }
  parent.children.push(list);
}
