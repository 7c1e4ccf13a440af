import { problematic, type RstDocument } from './document.ts';
import { element, type Element } from './element.ts';
import { unescaped } from './inline-marks.ts';

/** What a role does to its text. `plain`: nothing. `title`: `text <target>` shows the text. `index`: has an entry of the index before it, too. */
type Role = 'plain' | 'title' | 'index' | 'abbreviation' | 'braces';

const rows: readonly (readonly [Role, string])[] = [
  // docutils 0.23, registered roles
  [
    'plain',
    'abbreviation ab acronym ac code emphasis strong literal math raw subscript sub superscript sup title-reference title t',
  ],
  // Sphinx 9.1, roles.py and the standard domain
  [
    'plain',
    'command dfn kbd mailheader makevar mimetype newsgroup program regexp menuselection guilabel manpage keyword',
  ],
  ['title', 'any doc download ref numref option term token confval eq'],
  ['index', 'index pep rfc pep-reference rfc-reference envvar cve cwe'],
  ['abbreviation', 'abbr'],
  ['braces', 'samp file'],
  // Sphinx 9.1, the Python domain, which is the default one
  ['title', 'attr class const data deco exc func meth mod obj type'],
];

const ROLES: ReadonlyMap<string, Role> = new Map(
  rows.flatMap(([role, names]) => names.split(' ').map((name) => [name, role])),
);

const DOMAINS = /^(?:py|c|cpp|js|rst|std|math|citation):/;

function roleNamed(document: RstDocument, name: string): Role | null {
  const known = ROLES.get(name.replace(/^std:/, ''));
  if (known !== undefined) return known;
  if (document.roles.has(name)) return 'plain';
  return DOMAINS.test(name) ? 'title' : null;
}

/** Whether a page can use a role. */
export const isRole = (document: RstDocument, name: string): boolean =>
  roleNamed(document, name.toLowerCase()) !== null;

/** The text that interpreted text shows; what it adds to the page goes into `parent`. `raw`: as written. */
export function readRole(
  document: RstDocument,
  role: string,
  { text, raw }: { text: string; raw: string },
  parent: Element,
): string {
  const kind = roleNamed(document, role.toLowerCase());
  if (kind === null) {
    parent.children.push(problematic(document, parent.line));
    return raw;
  }
  if (kind === 'index') parent.children.push(indexEntry(document, parent.line));
  return shownBy(kind, unescaped(text));
}

/** The place that an entry of the index leads to. */
export function indexEntry(document: RstDocument, line: number): Element {
  const entry = element('inline', line);
  entry.ids.push(`index-${document.indexEntries++}`);
  return entry;
}

function shownBy(kind: Role, text: string): string {
  if (kind === 'abbreviation') return text.endsWith(')') ? (text.split('(', 1)[0] ?? '').trim() : text;
  if (kind === 'braces') return text.replace(/[{}]/g, '');
  if (kind !== 'title' && kind !== 'index') return text;
  const open = text.endsWith('>') ? text.lastIndexOf('<') : -1;
  if (open > 0) return text.slice(0, open).trimEnd();
  return text.startsWith('~') ? text.slice(1).replace(/^.*\./, '') : text.replace(/^!/, '');
}
