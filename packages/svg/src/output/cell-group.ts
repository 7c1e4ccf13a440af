import type { Cell } from '@mxg/model';
import { element, escaped } from '../draw/element.ts';
import { hrefOf, isElsewhere } from './href.ts';

/** What was drawn of a cell, under its id: with its tooltip, and as a link where it has one. */
export function cellGroup(cell: Cell, svg: string, opacity: number): string {
  const tooltip = cell.tooltip === null || cell.tooltip === '' ? '' : element('title', {}, escaped(cell.tooltip));
  const attributes = { 'data-cell-id': cell.id, opacity: opacity < 1 ? Math.max(0, opacity) : null };
  return element('g', attributes, tooltip, linked(cell, svg));
}

function linked({ link, label, tooltip, properties }: Cell, svg: string): string {
  const href = hrefOf(link);
  if (href === null) return svg;
  const chosen = properties.find(({ name }) => name === 'linkTarget')?.value ?? '';
  const target = TARGETS.has(chosen) ? chosen : isElsewhere(href) ? '_blank' : null;
  // a link that shows no text is told by what else is known of it
  const name = label.trim() === '' ? tooltip || href : null;
  const rel = target === '_blank' ? 'noopener' : null;
  return element('a', { href, target, rel, 'aria-label': name }, svg);
}

const TARGETS: ReadonlySet<string> = new Set(['_blank', '_self', '_parent', '_top']);
