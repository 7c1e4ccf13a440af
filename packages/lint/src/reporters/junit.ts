import type { Placed, Reporter } from '../report.ts';
import { byFile } from './by-file.ts';
import { visible } from './visible.ts';
import { whereOf } from './where.ts';

/**
 * For test reports of CI servers: a suite a file, a failed case a problem. Files without problems are not known to a report, so
 * one case that passes stands for them. Source: Jenkins' `junit-10.xsd`.
 */
export const junit: Reporter = ({ problems }) => {
  const suites = [...byFile(problems)].map(([path, those]) => suite(path, those.map(failedCase), those.length));
  const all = suites.length === 0 ? [suite('mxg', [PASSED_CASE], 0)] : suites;
  const { length } = problems;
  const root = element('testsuites', { name: 'mxg', tests: Math.max(length, 1), failures: length, errors: 0 }, all);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
};

const suite = (name: string, cases: readonly string[], failures: number): string =>
  element('testsuite', { name, tests: cases.length, failures, errors: 0, skipped: 0 }, cases);

const PASSED_CASE = '<testcase name="no problem" classname="mxg"/>';

function failedCase(problem: Placed): string {
  const { path, start, rule, severity, message } = problem;
  const name = `${rule} at ${start.line}:${start.column}`;
  const failure = `<failure${attributes({ type: severity, message })}>${xmlText(detailsOf(problem))}</failure>`;
  return element('testcase', { name, classname: path, file: path, line: start.line }, [failure]);
}

/** What a CI server shows when the case is opened: place, message, where in the diagram, hint; a line each. */
function detailsOf(problem: Placed): string {
  const { path, start, message, hint } = problem;
  const lines = [`${path}:${start.line}:${start.column}`, message, whereOf(problem), hint];
  return lines.filter((line) => line !== '').join('\n');
}

function element(name: string, values: Readonly<Record<string, string | number>>, inner: readonly string[]): string {
  const lines = inner.flatMap((each) => each.split('\n')).map((line) => `  ${line}\n`);
  return `<${name}${attributes(values)}>\n${lines.join('')}</${name}>`;
}

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');

/** For text and attributes alike: line breaks as references, so that no reader normalises them away. */
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What XML 1.0 forbids (2.2) is among what is made visible. */
const xmlText = (text: string): string =>
  visible(text.replace(/[&<>"'\t\n\r]/g, (character) => REFERENCES[character] ?? character));
