/** What a reader may be sent to by a click. Anything else in front of a colon is no link, however it is written. */
const SCHEMES: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel', 'ftp']);

/**
 * The address that a link leads to as a browser reads it, fit for an attribute; null where it may lead nowhere: other schemes,
 * and draw.io's own links (`data:page/id,…`, `data:action/json,…`), which only its viewer follows.
 */
export function hrefOf(link: string | null): string | null {
  const url = (link ?? '')
    .slice(0, LONGEST)
    .replace(/[\t\n\r]/g, '')
    .replace(EDGES, '');
  if (url === '') return null;
  const scheme = schemeOf(url);
  if (scheme !== null && !SCHEMES.has(scheme)) return null;
  return decodings(url).some((text) => RUNS.has(schemeOf(text) ?? '')) ? null : url;
}

/** Characters; a browser takes no longer address. */
const LONGEST = 100_000;
const EDGES = /^[\0-\x20]+|[\0-\x20]+$/g;
/** What a scheme may be disguised with: a browser would not see through it, a reader of its own might. */
const INVISIBLE = /[\p{Cc}\p{Z}\p{Default_Ignorable_Code_Point}]/gu;

const schemeOf = (url: string): string | null =>
  /^([a-z][a-z0-9+.-]{0,60}):/i.exec(url.slice(0, 200).replace(INVISIBLE, ''))?.[1]?.toLowerCase() ?? null;

/** Schemes that run or read something: refused also where they come out only after another decoding. */
const RUNS: ReadonlySet<string> = new Set([
  'javascript',
  'vbscript',
  'livescript',
  'data',
  'file',
  'blob',
  'filesystem',
]);
/** How often a text is decoded again. */
const ROUNDS = 3;

/** The beginning of a text as other programs may decode it: character references and percent-encoding, several times. */
function decodings(url: string): readonly string[] {
  const texts: string[] = [];
  let text = url.slice(0, 400);
  for (let round = 0; round < ROUNDS && /[&%]/.test(text); round++) {
    text = text
      .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));?/gi, (_, hex: string | undefined, digits: string | undefined) =>
        character(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
      )
      .replace(/&(colon|tab|newline|amp);?/gi, (_, name: string) => NAMED[name.toLowerCase()] ?? '')
      .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    texts.push(text);
  }
  return texts;
}

const NAMED: Readonly<Record<string, string>> = { colon: ':', tab: '\t', newline: '\n', amp: '&' };
const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');

/** Whether an address names a host: such a page opens beside the one that shows the picture. */
export const isElsewhere = (href: string): boolean => /^(?:https?:|ftp:|[/\\]{2})/i.test(href);
