import { attributeValue, type Cell, type MxFile, type Page } from '@mxg/model';

/** Where placeholders find their values: the ancestors of a cell, then its page and file. */
export interface PlaceholderScope {
  readonly parentOf: (cell: Cell) => Cell | undefined;
  /** Values that hold on the whole page. */
  readonly globals: ReadonlyMap<string, string>;
}

/**
 * The label of a cell with `%name%` resolved: cell, then its parents up to the root, then page and file. `%%` is a literal
 * percent sign; what has no value stays as written, as in draw.io 24.7 (so do dates and the file's name, which would differ
 * from one run to the next).
 */
export function resolvedLabel(cell: Cell, scope: PlaceholderScope): string {
  if (!cell.placeholders) return cell.label;
  const whole = attributeValue(cell.properties, 'placeholder');
  if (whole !== null) return valueOf(cell, whole, scope) ?? cell.label;
  return cell.label.replace(PLACEHOLDER, (written: string, name: string, at: number, label: string) => {
    if (label[at - 1] === '%') return written.slice(1);
    if (name === 'label' || name === 'tooltip') return written;
    return (name === 'id' ? cell.id : valueOf(cell, name, scope)) ?? scope.globals.get(name) ?? written;
  });
}

/** What draw.io puts in for a page: `vars` of the file, and the page's name and number. */
export function globalsOf(file: MxFile, page: Page): ReadonlyMap<string, string> {
  return new Map([
    ...variables(attributeValue(file.attributes, 'vars')),
    ['page', page.name ?? `Page-${page.index + 1}`],
    ['pagenumber', String(page.index + 1)],
    ['pagecount', String(file.pages.length)],
  ]);
}

/** The pattern of draw.io 24.7, without its dates. */
const PLACEHOLDER = /%([^%^{} "'=;]+)%/g;

/** Of the cell or its nearest ancestor that has the property. */
function valueOf(cell: Cell, name: string, { parentOf }: PlaceholderScope): string | null {
  const seen = new Set<Cell>();
  for (let at: Cell | undefined = cell; at !== undefined && !seen.has(at); at = parentOf(at)) {
    seen.add(at);
    const value = attributeValue(at.properties, name) ?? (name === 'link' ? at.link : null);
    if (value !== null) return value;
  }
  return null;
}

/** `{"name": "value"}`; anything else gives none. */
function variables(json: string | null): [string, string][] {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([name, each]) => [name, String(each)]);
  } catch {
    return [];
  }
}
