import type { Severity } from '@mxg/model';
import type { Placed, Reporter } from '../report.ts';
import { visible } from './visible.ts';

/** For the log of GitHub Actions: workflow commands, which become annotations of a pull request. */
export const github: Reporter = ({ problems }) => problems.map(commandOf).join('');

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function commandOf(problem: Placed): string {
  const { path, severity, rule, message, hint } = problem;
  const properties = [['file', path], ...placeOf(problem), ['title', rule]] as const;
  const list = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${COMMANDS[severity]} ${list}::${data(hint === '' ? message : `${message}\n${hint}`)}\n`;
}

/** Over several lines there may be no columns (actions/runner `IssueCommandExtension`). */
const placeOf = ({ start, end }: Placed): readonly (readonly [name: string, value: number])[] =>
  start.line === end.line
    ? [
        ['line', start.line],
        ['col', start.column],
        ['endLine', end.line],
        ['endColumn', end.column],
      ]
    : [
        ['line', start.line],
        ['endLine', end.line],
      ];

/** As `escapeData` and `escapeProperty` of actions/toolkit `packages/core/src/command.ts` do. */
const ESCAPES: Readonly<Record<string, string>> = { '%': '%25', '\r': '%0D', '\n': '%0A', ':': '%3A', ',': '%2C' };

const data = (text: string): string => visible(text.replace(/[%\r\n]/g, escaped));

const property = (text: string): string => visible(text.replace(/[%\r\n:,]/g, escaped));

const escaped = (character: string): string => ESCAPES[character] ?? character;
