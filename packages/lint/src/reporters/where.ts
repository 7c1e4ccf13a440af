import type { Problem } from '../problem.ts';
import { visible } from './visible.ts';

/** A label is longer than what helps to find its cell. */
const LONGEST_LABEL = 40;

/** Where in the diagram a problem is, for people: ``page `Build`, cell `7` "Research"``; empty when nothing is known. */
export function whereOf(problem: Problem): string {
  const page = pageOf(problem);
  return [page === null ? [] : `page ${page}`, cellOf(problem)].flat().join(', ');
}

/** The page's name, else its number from 1, as people count. */
function pageOf({ page, pageName }: Problem): string | null {
  if (pageName !== null) return `\`${visible(pageName)}\``;
  return page === null ? null : String(page + 1);
}

function cellOf({ cell, label }: Problem): readonly string[] {
  if (cell === null) return [];
  const read = label === null ? '' : label.replace(/\s+/g, ' ').trim();
  return [`cell \`${visible(cell)}\`${read === '' ? '' : ` "${visible(cut(read))}"`}`];
}

const cut = (text: string): string => (text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text);
