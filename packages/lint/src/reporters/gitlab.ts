import type { Severity } from '@mxg/model';
import type { Placed, Reporter } from '../report.ts';
import { fingerprints } from './fingerprint.ts';
import { jsonText } from './json-text.ts';
import { visible } from './visible.ts';

/** For merge requests of GitLab: a Code Quality report. Source: https://docs.gitlab.com/ci/testing/code_quality/. */
export const gitlab: Reporter = ({ problems }) => {
  const prints = fingerprints(problems);
  return jsonText(problems.map((problem, i) => violation(problem, prints[i] ?? '')));
};

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' };

const violation = ({ rule, severity, message, path, start }: Placed, fingerprint: string) => ({
  description: visible(message),
  check_name: rule,
  fingerprint,
  severity: SEVERITIES[severity],
  location: { path, lines: { begin: start.line } },
});
