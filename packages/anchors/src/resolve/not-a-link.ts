/** What people leave in a link's field that is no link, by what it looks like. */
const NO_LINKS: readonly (readonly [looks: RegExp, what: string])[] = [
  [/^\s*</, 'it is HTML, pasted'],
  [/^\s*\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\s*$/, 'it is an IP address or a range of them'],
  [/\n/, 'it is text of several lines'],
];

/** Why a text in the place of a link is none; null when it may be one. */
export function notALink(href: string): string | null {
  return NO_LINKS.find(([looks]) => looks.test(href))?.[1] ?? null;
}
