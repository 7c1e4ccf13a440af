/** What a path may hold as it is: unreserved characters, sub-delimiters, `:`, `@` and `/` (RFC 3986, 3.3). */
const NOT_IN_A_PATH = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/]+/g;

/**
 * A path as URLs have it: UTF-8, `%XX` in upper case, slashes kept. A `%` becomes `%25`; a lone surrogate becomes U+FFFD's bytes,
 * so that nothing throws.
 */
export function percentEncodePath(path: string): string {
  return path.replace(NOT_IN_A_PATH, (run) => encodeURIComponent(run.toWellFormed()));
}

/** A text with its `%XX` resolved, run by run: what is not UTF-8 stays as it is. */
export function percentDecodePath(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}
