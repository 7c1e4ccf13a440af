import type { Placed, Reporter } from '../report.ts';
import { byFile } from './by-file.ts';
import { visible } from './visible.ts';
import { whereOf } from './where.ts';

/**
 * For test reports of CI servers: a suite a file, a failed case a problem. Files without problems are not known to a report, so
 * one case that passes stands for them. Source: `junit-10.xsd` of Jenkins' xUnit plugin, where cases have no place of their own.
 */
export const junit: Reporter = ({ problems }) => {
  const suites = [...byFile(problems)].map(([path, those]) => fileSuite(path, those));
  const { length } = problems;
  const root = { name: 'mxg', tests: Math.max(length, 1), failures: length, errors: 0 };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', root, length === 0 ? [PASSED] : suites)}\n`;
};

function fileSuite(path: string, problems: readonly Placed[]): string {
  const { length } = problems;
  const values = { name: path, tests: length, failures: length, errors: 0, skipped: 0, file: path };
  return element('testsuite', values, problems.map(failedCase));
}

const PASSED = `<testsuite name="mxg" tests="1" failures="0" errors="0" skipped="0">
  <testcase name="no problem" classname="mxg"/>
</testsuite>`;

function failedCase(problem: Placed): string {
  const { path, start, rule, severity, message } = problem;
  const failure = `<failure${attributes({ type: severity, message })}>${xmlText(detailsOf(problem))}</failure>`;
  return element('testcase', { name: `${rule} at ${start.line}:${start.column}`, classname: path }, [failure]);
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
