import type { Placed, Reporter } from '../report.ts';
import { visible } from './visible.ts';

/** A line a problem, as gcc writes them: editors and problem matchers read `path:line:column: severity: message`. */
export const compact: Reporter = ({ problems }) => problems.map(lineOf).join('');

const lineOf = ({ path, start, severity, message, rule }: Placed): string =>
  `${visible(`${path}:${start.line}:${start.column}: ${severity}: ${message} [${rule}]`)}\n`;
