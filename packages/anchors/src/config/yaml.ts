import type { Reading } from '@mxg/model';
import { isMap, isSeq, parseDocument, Scalar, visit, type Document, type Node } from 'yaml';
import type { Config } from './config.ts';
import { isConfig } from './plain-data.ts';
import { syntaxProblem, type Problem } from './problem.ts';

/** How often one text may be repeated by aliases; a document beyond it is not read. */
const MOST_ALIASES = 1000;

/**
 * Reads YAML as data. Dates stay text. MkDocs's tags: `!ENV` gives its default or null, `!!python/name:x.y` gives `{python: 'x.y'}`,
 * `!!python/object/apply:x.y` also its arguments, `!relative` null; other tags are passed over. Only the first document of a
 * stream counts. Never throws: what is broken has diagnostics, and the most that could be read is there; a document that is no
 * mapping gives an empty one.
 */
export function readYaml(text: string): Reading<Config> {
  const quick = readFlat(text);
  if (quick !== null) return { value: quick, diagnostics: [] };
  const { value, problems } = readDocument(text);
  return {
    value: isConfig(value) ? value : {},
    diagnostics: problems.map((problem) => syntaxProblem('YAML', problem)),
  };
}

interface Read {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

function readDocument(text: string): Read {
  try {
    const document = parseDocument(text, { ...OPTIONS });
    const problems = document.errors.slice(0, MOST_PROBLEMS).map(problemOf);
    return valueOf(document, problems);
  } catch (error) {
    return { value: {}, problems: [{ offset: 0, reason: reasonOf(error) }] };
  }
}

/** Aliases and depth show only when the data is made. */
function valueOf(document: Document, problems: readonly Problem[]): Read {
  try {
    if (document.warnings.length > 0) visit(document, { Node: (_, node) => meantBy(node as Node, document) });
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }), problems };
  } catch (error) {
    return { value: {}, problems: [...problems, { offset: 0, reason: reasonOf(error) }] };
  }
}

/** YAML 1.2 with merge keys; of two equal keys the last one counts, as most parsers have it. */
const OPTIONS = { merge: true, uniqueKeys: false, prettyErrors: false, strict: false, logLevel: 'silent' } as const;

const MOST_PROBLEMS = 10;

const problemOf = (error: { readonly pos: readonly [number, number]; readonly message: string }): Problem => ({
  offset: error.pos[0],
  reason: oneLine(error.message),
});

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return 'it is nested too deeply';
  return oneLine(error instanceof Error ? error.message : String(error));
}

function oneLine(message: string): string {
  const line = message.split('\n', 1)[0] ?? '';
  return line.charAt(0).toLowerCase() + line.slice(1);
}

const PYTHON = 'tag:yaml.org,2002:python/';

/** What a node with a tag of MkDocs stands for; undefined for any other node: it stays. */
function meantBy(node: Node, document: Document): Node | undefined {
  if (node.tag === '!relative') return new Scalar(null);
  if (node.tag === '!ENV') return defaultOf(node);
  if (node.tag?.startsWith(PYTHON) !== true) return undefined;
  const python = node.tag.slice(node.tag.indexOf(':', PYTHON.length) + 1);
  delete node.tag;
  if (!isMap(node)) return document.createNode(isSeq(node) ? { python, args: node } : { python });
  node.items.unshift(document.createPair('python', python));
  return node;
}

/** Of `!ENV [NAME, OTHER, default]` the last one, of `!ENV NAME` none. */
function defaultOf(node: Node): Node {
  const last = isSeq(node) && node.items.length > 1 ? node.items.at(-1) : undefined;
  return (last as Node | undefined) ?? new Scalar(null);
}

/** A line of a mapping whose value needs no second look: no quotes, marks or comments, and no word that may be no text. */
const FLAT =
  /^([A-Za-z_][A-Za-z0-9_-]*):(?:[ \t]+(?:([A-Za-z/][^\s:#,[\]{}"'&*!|>%@`\\]*(?: [^\s:#,[\]{}"'&*!|>%@`\\]+)*)|(\d{1,9})))?$/;

/** Words that YAML does not read as text. */
const WORDS: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/**
 * Most front matter is a few lines of `name: some words`. They are read here, fifty times as fast; null for all else: a line
 * without value may begin a block, a line that does not match may be anything.
 */
function readFlat(text: string): Config | null {
  const entries: [string, unknown][] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line === '\r') continue;
    const found = FLAT.exec(line.trimEnd());
    const words = found?.[2];
    const digits = found?.[3];
    if (found?.[1] === undefined || (words === undefined && digits === undefined)) return null;
    if (words !== undefined && /^(?:true|false|null)$/i.test(words))
      entries.push([found[1], WORDS[words.toLowerCase()]]);
    else entries.push([found[1], words ?? Number(digits)]);
  }
  return Object.fromEntries(entries);
}
