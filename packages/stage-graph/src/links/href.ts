import type { Link, LinkKind } from '../stage-graph.ts';

/** What a link says by its text alone. */
export type Target = Pick<Link, 'kind' | 'path' | 'fragment'>;

/** Schemes that a browser may be sent to. Source: DOMPurify 3's allow-list, which draw.io uses, and `file`. */
const EXTERNAL = new Set('http https ftp ftps file tel callto sms cid xmpp matrix'.split(' '));

/** Reads a link as a browser does; never fails. A scheme that is not known to be safe is unsafe, however it is written. */
export function readHref(href: string): Target {
  const url = href.replace(STRIPPED, '').trim();
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase() ?? null;
  if (scheme === null || scheme.length === 1) return located(url, url.startsWith('//') || scheme !== null);
  if (scheme === 'mailto') return { kind: 'mail', path: null, fragment: null };
  if (scheme === 'data') return dataTarget(url);
  return EXTERNAL.has(scheme) ? located(url, true) : { kind: 'unsafe', path: null, fragment: null };
}

/** What browsers drop from a URL, wherever it stands, by the URL standard; and other control characters. */
// eslint-disable-next-line no-control-regex
const STRIPPED = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

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

/** The links that a custom action opens, in order; none when its JSON cannot be read. */
export function openedBy(href: string): readonly string[] {
  const at = href.toLowerCase().indexOf(ACTION);
  try {
    const action: unknown = at < 0 ? null : JSON.parse(href.slice(at + ACTION.length));
    const steps = isRecord(action) && Array.isArray(action['actions']) ? (action['actions'] as unknown[]) : [];
    return steps.flatMap((step) => (isRecord(step) && typeof step['open'] === 'string' ? [step['open']] : []));
  } catch {
    return [];
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
