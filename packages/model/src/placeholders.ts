import { attributeValue } from './attribute.ts';
import type { Cell } from './cell.ts';
import type { MxFile, Page } from './mxfile.ts';

/** Where placeholders find their values: the ancestors of a cell, then its page and file. */
export interface PlaceholderScope {
  readonly parentOf: (cell: Cell) => Cell | undefined;
  /** Values that hold on the whole page. */
  readonly globals: ReadonlyMap<string, string>;
  /** What may still be spent on the page: a cell or property that is looked at costs 1, and so does a character that is put in. */
  readonly budget: { left: number };
}

/** More than any drawing needs; long values that are put in again and again, or deep nesting, would cost without end. */
const MOST = 1e7;

export const placeholderScope = (
  parentOf: PlaceholderScope['parentOf'],
  globals: PlaceholderScope['globals'],
): PlaceholderScope => ({ parentOf, globals, budget: { left: MOST } });

/**
 * The label of a cell with `%name%` resolved: cell, then its parents up to the root, then page and file. `%%` is a literal
 * percent sign; what has no value stays as written, as in draw.io 24.7 (so do dates and the file's name, which would differ
 * from one run to the next).
 */
export function resolvedLabel(cell: Cell, scope: PlaceholderScope): string {
  if (!cell.placeholders) return cell.label;
  const whole = attributeValue(cell.properties, 'placeholder');
  if (whole !== null) return afforded(valueOf(cell, whole, scope) ?? '', scope) ?? cell.label;
  let looked = 0;
  return cell.label.replace(PLACEHOLDER, (written: string, name: string, at: number, label: string) => {
    if (name === 'label' || name === 'tooltip') return written;
    const isEscaped = at > looked && label[at - 1] === '%';
    looked = at + written.length;
    if (isEscaped) return written.slice(1);
    const value = name === 'id' ? cell.id : valueOf(cell, name, scope);
    return afforded(value ?? scope.globals.get(name) ?? written, scope) ?? written;
  });
}

/** What draw.io puts in for a page: `vars` of the file, and the page's name and number. */
export function globalsOf(file: MxFile, page: Page): ReadonlyMap<string, string> {
  return new Map([
    ...variables(attributeValue(file.attributes, 'vars')),
    ['page', page.name === null || page.name === '' ? `Page-${page.index + 1}` : page.name],
    ['pagenumber', String(page.index + 1)],
    ['pagecount', String(file.pages.length)],
  ]);
}

/** The pattern of draw.io 24.7; a date's format holds no brackets. */
const PLACEHOLDER = /%(date\{[^{}]*\}|[^%^{} "'=;]+)%/g;

/** What the clock says in draw.io, whatever the file's variables say. */
const CLOCK = new Set(['date', 'time', 'timestamp']);

/** Attributes that are no properties, by the name that draw.io reads them by. */
const BUILT_IN: ReadonlyMap<string, (cell: Cell) => string | null> = new Map([
  ['id', ({ id }: Cell) => id],
  ['label', ({ label }: Cell) => label],
  ['link', ({ link }: Cell) => link],
  ['tooltip', ({ tooltip }: Cell) => tooltip],
  ['tags', ({ tags }: Cell) => (tags.length === 0 ? null : tags.join(' '))],
  ['placeholders', ({ placeholders }: Cell) => (placeholders ? '1' : null)],
]);

/** Of the cell or its nearest ancestor that has the property. */
function valueOf(cell: Cell, name: string, { parentOf, budget }: PlaceholderScope): string | null {
  const seen = new Set<Cell>();
  for (let at: Cell | undefined = cell; at !== undefined && !seen.has(at) && budget.left > 0; at = parentOf(at)) {
    seen.add(at);
    budget.left -= 1 + at.properties.length;
    const value = ownValue(at, name);
    if (value !== null) return value;
  }
  return null;
}

/** The value, or null when it is longer than what may still be put in. */
function afforded(value: string, { budget }: PlaceholderScope): string | null {
  if (value.length > budget.left) return null;
  budget.left -= value.length;
  return value;
}

function ownValue(cell: Cell, name: string): string | null {
  if (cell.wrapper === null) return null;
  return attributeValue(cell.properties, name) ?? BUILT_IN.get(name)?.(cell) ?? null;
}

/** `{"name": "value"}`; anything else gives none, and so does null. */
function variables(json: string | null): [string, string][] {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    if (typeof value !== 'object' || value === null) return [];
    const known = Object.entries(value).filter(([name, each]) => each !== null && !CLOCK.has(name));
    return known.map(([name, each]) => [name, String(each)]);
  } catch {
    return [];
  }
}
