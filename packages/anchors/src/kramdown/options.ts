import type { Config } from '../config/config.ts';

/** The options of kramdown that bear on ids, with the words that its documentation uses. */
export interface KramdownOptions {
  /** GFM: the parser of the gem kramdown-parser-gfm. */
  readonly input: 'kramdown' | 'gfm';
  readonly autoIds: boolean;
  /** Ids of the text alone, without markup. The GFM parser always does so. */
  readonly autoIdStripping: boolean;
  readonly autoIdPrefix: string;
  readonly transliteratedHeaderIds: boolean;
  /** What transliterates, when that is wanted: its table is loaded by `withTransliteration`. */
  readonly transliterate: (text: string) => string;
  /** Added to the level of headers, which stays within 1 to 6. */
  readonly headerOffset: number;
  /** Levels, before the offset, of headers that a table of contents lists. */
  readonly tocLevels: readonly number[];
  readonly footnotePrefix: string;
  /** The number of the first footnote. */
  readonly footnoteNr: number;
  readonly parseBlockHtml: boolean;
  readonly parseSpanHtml: boolean;
  readonly htmlToNative: boolean;
  /** GFM only: every line end breaks the line. */
  readonly hardWrap: boolean;
  /** GFM only: a header, list, quote or fence may end a paragraph. */
  readonly paragraphEnd: boolean;
  /** GFM only: off, dashes and dots stay as they are written. */
  readonly typographicSymbols: boolean;
}

/** What kramdown 2.5 does when nothing is said. */
const DEFAULTS: KramdownOptions = {
  input: 'kramdown',
  autoIds: true,
  autoIdStripping: false,
  autoIdPrefix: '',
  transliteratedHeaderIds: false,
  transliterate: (text) => text,
  headerOffset: 0,
  tocLevels: [1, 2, 3, 4, 5, 6],
  footnotePrefix: '',
  footnoteNr: 1,
  parseBlockHtml: false,
  parseSpanHtml: true,
  htmlToNative: false,
  hardWrap: true,
  paragraphEnd: true,
  typographicSymbols: true,
};

type Reader = (value: unknown) => Partial<KramdownOptions>;

/** One row an option, by its name in kramdown's documentation. */
const READERS: Readonly<Record<string, Reader>> = {
  input: (value) => ({ input: /^gfm$/i.test(String(value)) ? 'gfm' : 'kramdown' }),
  auto_ids: (value) => ({ autoIds: isTrue(value) }),
  auto_id_stripping: (value) => ({ autoIdStripping: isTrue(value) }),
  auto_id_prefix: (value) => ({ autoIdPrefix: String(value) }),
  transliterated_header_ids: (value) => ({ transliteratedHeaderIds: isTrue(value) }),
  header_offset: (value) => (isInteger(value) ? { headerOffset: Number(value) } : {}),
  toc_levels: (value) => readLevels(value),
  footnote_prefix: (value) => ({ footnotePrefix: String(value) }),
  footnote_nr: (value) => (isInteger(value) ? { footnoteNr: Number(value) } : {}),
  parse_block_html: (value) => ({ parseBlockHtml: isTrue(value) }),
  parse_span_html: (value) => ({ parseSpanHtml: isTrue(value) }),
  html_to_native: (value) => ({ htmlToNative: isTrue(value) }),
  hard_wrap: (value) => ({ hardWrap: isTrue(value) }),
  gfm_quirks: (value) => readQuirks(Array.isArray(value) ? value.map(String) : String(value).split(',')),
};

/** Reads options by their names in kramdown's documentation; what is unknown or malformed says nothing. */
export function kramdownOptions(settings: Config): KramdownOptions {
  return Object.entries(settings).reduce((options, [name, value]) => withOption(options, name, value), DEFAULTS);
}

/** The options with one more said. Nothing is changed by a name or value that kramdown does not take. */
export function withOption(options: KramdownOptions, name: string, value: unknown): KramdownOptions {
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  return reader === undefined || value === null || value === undefined ? options : { ...options, ...reader(value) };
}

function isTrue(value: unknown): boolean {
  const text = String(value);
  return text !== '' && text.toLowerCase().trim() !== 'false';
}

function isInteger(value: unknown): boolean {
  return /^\s*[-+]?\d+\s*$/.test(String(value));
}

function readLevels(value: unknown): Partial<KramdownOptions> {
  const range = /^(\d)\.\.(\d)$/.exec(String(value));
  const listed = Array.isArray(value) ? value.map(Number) : String(value).split(',').map(Number);
  const levels = range === null ? listed : DEFAULTS.tocLevels.filter((each) => inRange(each, range));
  return levels.every((each) => DEFAULTS.tocLevels.includes(each)) ? { tocLevels: levels } : {};
}

function inRange(level: number, [, first, last]: RegExpExecArray): boolean {
  return level >= Number(first) && level <= Number(last);
}

function readQuirks(names: readonly string[]): Partial<KramdownOptions> {
  const quirks = new Set(names.map((name) => name.trim()));
  return {
    paragraphEnd: quirks.has('paragraph_end'),
    typographicSymbols: !quirks.has('no_auto_typographic'),
  };
}

/** The same options with the table of transliteration at hand, if they want one: it is large, and few sites do. */
export async function withTransliteration(options: KramdownOptions): Promise<KramdownOptions> {
  if (!options.transliteratedHeaderIds) return options;
  const { transliterate } = await import('./transliterate.ts');
  return { ...options, transliterate };
}
