import type { Link, LinkKind } from '../stage-graph.ts';

/** What a link says by its text alone. */
export type Target = Pick<Link, 'kind' | 'path' | 'fragment'>;

/** Schemes that a browser may be sent to. Source: DOMPurify 3's allow-list, which draw.io uses, and `file`. */
const EXTERNAL = new Set('http https ftp ftps file tel callto sms cid xmpp matrix'.split(' '));

/** Reads a link as a browser does; never fails. A scheme that is not known to be safe is unsafe, however it is written. */
export function readHref(href: string): Target {
  const url = normalized(href);
  const scheme = SCHEME.exec(url.replace(INVISIBLE, '').trim())?.[1]?.toLowerCase() ?? null;
  if (scheme === null || scheme.length === 1) return located(url, HOST.test(url) || scheme !== null);
  if (scheme === 'mailto') return { kind: 'mail', path: null, fragment: null };
  if (scheme === 'data') return dataTarget(url);
  return EXTERNAL.has(scheme) ? located(url, true) : { kind: 'unsafe', path: null, fragment: null };
}

/** What a browser makes of a URL before it reads it: no tabs and newlines, no space or control character at the ends. */
function normalized(href: string): string {
  const url = href.replace(/[\t\n\r]/g, '');
  let start = 0;
  let end = url.length;
  while (start < end && url.charCodeAt(start) <= SPACE) start++;
  while (end > start && url.charCodeAt(end - 1) <= SPACE) end--;
  return url.slice(start, end);
}

const SPACE = 0x20;
/** What a scheme may be disguised with: a browser would not see through it, a reader could be misled. */
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
/** A host without a scheme: browsers take `\` for `/`. */
const HOST = /^[/\\]{2}/;

function located(url: string, external: boolean): Target {
  const hash = url.indexOf('#');
  const path = hash < 0 ? url : url.slice(0, hash);
  const fragment = hash < 0 ? null : url.slice(hash + 1);
  const kind: LinkKind = external ? 'external' : fragment === null ? 'page' : 'anchor';
  return { kind, path, fragment };
}

const PAGE = 'data:page/id,';
const ACTION = 'data:action/json,';

/** draw.io's own links: to another page of the file, and custom actions. All other data is unsafe. */
function dataTarget(url: string): Target {
  const head = url.slice(0, ACTION.length).toLowerCase();
  if (head.startsWith(PAGE)) return { kind: 'diagram-page', path: url.slice(PAGE.length), fragment: null };
  return { kind: head === ACTION ? 'action' : 'unsafe', path: null, fragment: null };
}

/** What a custom action refers to. */
export interface Action {
  /** The links that it opens, in order. */
  readonly opens: readonly string[];
  /** The ids of cells that its steps show, hide, mark or scroll to, in order. */
  readonly cells: readonly string[];
}

/** Reads a custom action; null for any other link, and for one whose JSON cannot be read. */
export function readAction(href: string): Action | null {
  const url = normalized(href);
  if (url.slice(0, ACTION.length).toLowerCase() !== ACTION) return null;
  try {
    const action: unknown = JSON.parse(url.slice(ACTION.length));
    if (!isRecord(action)) return null;
    const steps = listAt(action, 'actions').filter(isRecord);
    const targets = steps.flatMap((step) => Object.values(step).filter(isRecord));
    return {
      opens: steps.flatMap(({ open }) => (typeof open === 'string' ? [open] : [])),
      cells: targets.flatMap((target) => listAt(target, 'cells').filter((id): id is string => typeof id === 'string')),
    };
  } catch {
    return null;
  }
}

const listAt = (record: Readonly<Record<string, unknown>>, key: string): readonly unknown[] => {
  const list = record[key];
  return Array.isArray(list) ? (list as unknown[]) : [];
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
