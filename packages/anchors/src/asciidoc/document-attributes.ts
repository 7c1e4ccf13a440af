/** Attributes of a document by name, in lower case; character references stand for what is not plain. */
export type DocumentAttributes = ReadonlyMap<string, string>;

/** Attributes that every document has. Source: Asciidoctor 2.0, `INTRINSIC_ATTRIBUTES` and the defaults of `Document`. */
const INTRINSIC: readonly (readonly [name: string, value: string])[] = [
  ['amp', '&'],
  ['apos', '&#39;'],
  ['asterisk', '*'],
  ['backslash', '\\'],
  ['backtick', '`'],
  ['blank', ''],
  ['brvbar', '&#166;'],
  ['caret', '^'],
  ['cpp', 'C&#43;&#43;'],
  ['cxx', 'C&#43;&#43;'],
  ['deg', '&#176;'],
  ['empty', ''],
  ['endsb', ']'],
  ['gt', '>'],
  ['ldquo', '&#8220;'],
  ['lsquo', '&#8216;'],
  ['lt', '<'],
  ['nbsp', '&#160;'],
  ['plus', '&#43;'],
  ['quot', '&#34;'],
  ['rdquo', '&#8221;'],
  ['rsquo', '&#8217;'],
  ['sp', ' '],
  ['startsb', '['],
  ['tilde', '~'],
  ['two-colons', '::'],
  ['two-semicolons', ';;'],
  ['vbar', '|'],
  ['wj', '&#8288;'],
  ['zwsp', '&#8203;'],
  ['asciidoctor', ''],
  ['asciidoctor-version', '2.0.26'],
  ['attribute-missing', 'skip'],
  ['backend', 'html5'],
  ['backend-html5', ''],
  ['backend-html5-doctype-article', ''],
  ['basebackend', 'html'],
  ['basebackend-html', ''],
  ['doctype', 'article'],
  ['doctype-article', ''],
  ['embedded', ''],
  ['filetype', 'html'],
  ['filetype-html', ''],
  ['outfilesuffix', '.html'],
  ['safe-mode-level', '20'],
  ['safe-mode-name', 'secure'],
  ['safe-mode-secure', ''],
  ['sectids', ''],
];

/** What a document begins with: the intrinsic attributes, then those that are given; null unsets. */
export function initialAttributes(given: ReadonlyMap<string, string | null>): Map<string, string> {
  const attributes = new Map(INTRINSIC);
  for (const [name, value] of given) {
    if (value === null) attributes.delete(name);
    else attributes.set(name, value.replace(/@$/, ''));
  }
  return attributes;
}

/** An entry that sets an attribute, or unsets it: null. */
export interface AttributeEntry {
  readonly name: string;
  readonly value: string | null;
}

const ENTRY = /^:(!?[\p{L}\p{N}_][^:\s]*):(?:[ \t]+(.*))?$/u;

/** Reads `:name: value`, `:!name:` or `:name!:`. */
export function attributeEntry(line: string): AttributeEntry | null {
  const found = line.startsWith(':') ? ENTRY.exec(line) : null;
  if (found === null) return null;
  const name = found[1] as string;
  const isUnset = name.startsWith('!') || name.endsWith('!');
  return { name: name.replace(/^!|!$/g, '').toLowerCase(), value: isUnset ? null : (found[2] ?? '').trim() };
}

const REFERENCE = /(\\)?\{([\p{L}\p{N}_][\p{L}\p{N}_-]*)(\\)?\}/gu;

/** More text than this is not put in for references: only a page that means harm has attributes that grow so. */
const LONGEST = 1_000_000;

/** The text with the values of attributes; what no attribute has the name of stays. */
export function withAttributes(text: string, attributes: DocumentAttributes): string {
  if (!text.includes('{')) return text;
  let added = 0;
  return text.replace(
    REFERENCE,
    (reference: string, escape: string | undefined, name: string, escapedEnd: string | undefined) => {
      if (escape !== undefined || escapedEnd !== undefined) return `{${name}}`;
      const value = attributes.get(name.toLowerCase());
      added += value?.length ?? 0;
      return value === undefined || added > LONGEST ? reference : value;
    },
  );
}
