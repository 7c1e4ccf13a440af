/** The path of a site's address (`https://example.org/project/` or `/project`), with a slash at its start and none at its end; empty for the root. */
export function basePathOf(address: string): string {
  const rest = address.trim().replace(/^[a-z][a-z0-9+.-]*:/i, '');
  const path = rest.startsWith('//') ? rest.slice(2).replace(/^[^/?#]*/, '') : rest;
  const cut = path.replace(/[?#].*$/s, '');
  const parts = cut.split('/').filter((part) => part !== '');
  return parts.map((part) => `/${part}`).join('');
}
