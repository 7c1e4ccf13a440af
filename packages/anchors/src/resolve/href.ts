/** A link as a browser takes it apart. */
export interface Href {
  /** `https://example.org`, in lower case; null for a link within the site. */
  readonly origin: string | null;
  /** Before `?` and `#`, as written, `\` as `/`; empty for the page itself. */
  readonly path: string;
  /** After `#`, as written, without a text fragment (`:~:text=`); null for none. */
  readonly fragment: string | null;
}

/** Takes a link apart; null for a scheme that leads to no page (`mailto:`, `data:` …). Never fails. */
export function readHref(href: string): Href | null {
  const text = href.replace(/[\t\n\r]/g, '').trim();
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? null : (text.slice(hash + 1).split(':~:', 1)[0] ?? '');
  const rest = (hash < 0 ? text : text.slice(0, hash)).replace(/\?.*$/s, '').replaceAll('\\', '/');
  const web = /^(?:(https?):)?\/\/([^/]*)(.*)$/is.exec(rest);
  if (web !== null) return { origin: `${web[1] ?? 'https'}://${web[2]}`.toLowerCase(), path: web[3] ?? '', fragment };
  return /^[a-z][a-z0-9+.-]+:/i.test(rest) ? null : { origin: null, path: rest, fragment };
}
