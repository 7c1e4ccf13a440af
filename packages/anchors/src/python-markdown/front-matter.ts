import { parse } from 'yaml';
import { isBlank } from './whitespace.ts';

const FENCE = /^---[ \t]*$/;
const CLOSE = /^(?:---|\.\.\.)[ \t]*$/;
/** `key: value` of MultiMarkdown; also what a sentence may look like, and MkDocs takes it for one all the same. */
const KEY = /^ {0,3}[A-Za-z0-9_-]+:/;
const MORE = /^(?: {4}|\t)/;
/** YAML that needs no parser to be known for a mapping: plain words, and lists of them. */
const PLAIN = /^(?:[A-Za-z_][\w-]*:(?: +[\w./][\w ./,()+-]*)?| +- +[\w./][\w ./,()+-]*|)$/;

/**
 * Index of the line at which a page's content begins: behind the settings in YAML or MultiMarkdown that MkDocs takes away
 * (1.6, `mkdocs/utils/meta.py`), and behind empty lines.
 */
export function contentStart(lines: readonly string[]): number {
  const close = closeOf(lines);
  let at = close < 0 ? multiMarkdownEnd(lines) : isMapping(lines.slice(1, close)) ? close + 1 : 0;
  if (close >= 0 && at === 0) return 0;
  while (at < lines.length && lines[at] === '') at += 1;
  return at;
}

/** Index of the line that closes a block of YAML, which has a line at least and something behind it; -1 for none. */
function closeOf(lines: readonly string[]): number {
  if (!FENCE.test(lines[0] ?? '')) return -1;
  const at = lines.findIndex((line, index) => index > 1 && CLOSE.test(line));
  return at < lines.length - 1 ? at : -1;
}

function isMapping(lines: readonly string[]): boolean {
  if (lines.every((line) => PLAIN.test(line)) && lines.some((line) => /^\w/.test(line))) return true;
  try {
    const value: unknown = parse(lines.join('\n'), { uniqueKeys: false, logLevel: 'silent', customTags: [] });
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function multiMarkdownEnd(lines: readonly string[]): number {
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (isBlank(line)) return at + 1;
    if (!KEY.test(line) && !(at > 0 && MORE.test(line))) return at;
    at += 1;
  }
  return at;
}
