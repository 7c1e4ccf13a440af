import type { Severity } from '@mxg/model';
import type { Placed, Reporter } from '../report.ts';
import { rulesById } from '../rules/registry.ts';
import { SUPPRESSION_RULES } from '../suppression-rules.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import { visible } from './visible.ts';

/** A part of a SARIF log. */
type Part = Readonly<Record<string, unknown>>;

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What paths are relative to; where that is, the reader of the log knows. */
const ROOT = '%SRCROOT%';

/** For GitHub code scanning and other services: SARIF 2.1.0 with errata 01. */
export const sarif: Reporter = ({ problems }, { version }) => {
  const rules = [...new Set(problems.map(({ rule }) => rule))].sort();
  const driver = {
    name: 'mxg',
    version,
    informationUri: 'https://www.npmjs.com/package/mxg',
    rules: rules.map(ruleOf),
  };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', originalUriBaseIds: { [ROOT]: {} } };
  return jsonText({ $schema: SCHEMA, version: '2.1.0', runs: [{ ...run, results: resultsOf(problems, rules) }] });
};

function ruleOf(id: string): Part {
  const wants = rulesById.get(id)?.wants ?? SUPPRESSION_RULES.find((rule) => rule.id === id)?.wants;
  return wants === undefined ? { id } : { id, shortDescription: { text: wants } };
}

function resultsOf(problems: readonly Placed[], rules: readonly string[]): readonly Part[] {
  const indexes = new Map(rules.map((rule, index) => [rule, index]));
  const prints = fingerprints(problems);
  return problems.map((problem, i) => ({
    ruleId: problem.rule,
    ruleIndex: indexes.get(problem.rule),
    level: LEVELS[problem.severity],
    message: { text: messageText(problem) },
    locations: [locationOf(problem)],
    partialFingerprints: { 'mxg/v1': prints[i] },
  }));
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * Message and hint, a line each, as plain text (3.11.3). Viewers make links of `[text](address)` (3.11.6), so what looks like one
 * is pulled apart. Braces stay single, against 3.11.5: without `arguments` no known viewer reads `{{` as `{`.
 */
const messageText = ({ message, hint }: Placed): string =>
  [message, ...(hint === '' ? [] : [hint])].map((line) => visible(line).replaceAll('](', '] (')).join('\n');

function locationOf(problem: Placed): Part {
  const { path, start, end } = problem;
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  const physicalLocation = { artifactLocation: { uri: uriOf(path), uriBaseId: ROOT }, region };
  const logicalLocations = logicalLocationsOf(problem);
  return { physicalLocation, ...(logicalLocations.length === 0 ? {} : { logicalLocations }) };
}

/** A relative reference (RFC 3986); encoded colons keep the first part from being a scheme. */
const uriOf = (path: string): string => path.toWellFormed().split('/').map(encodeURIComponent).join('/');

/** The cell, else the page. Both are elements of XML. */
function logicalLocationsOf({ page, pageName, cell }: Placed): readonly Part[] {
  const names = [pageName ?? (page === null ? null : `page ${page + 1}`), cell].filter((name) => name !== null);
  if (names.length === 0) return [];
  return [{ name: names.at(-1), fullyQualifiedName: names.join('/'), kind: 'element' }];
}
