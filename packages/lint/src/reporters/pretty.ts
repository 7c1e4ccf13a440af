import type { LintReport, Placed, Reporter, Summary } from '../report.ts';
import { byFile } from './by-file.ts';
import { paletteOf, type Palette } from './colour.ts';
import { visible } from './visible.ts';
import { whereOf } from './where.ts';

/** For people at a terminal: the problems of each file, with hints, and what they add up to. */
export const pretty: Reporter = (report, { colour }) => {
  const palette = paletteOf(colour);
  const files = [...byFile(report.problems)].map(([path, problems]) => fileText(path, problems, palette));
  return [...files, summaryText(report)].join('\n');
};

function fileText(path: string, problems: readonly Placed[], palette: Palette): string {
  const rows = problems.map(rowOf);
  const widths = { place: widest(rows.map(({ place }) => place)), message: widest(rows.map(({ message }) => message)) };
  return [`${palette.underline(visible(path))}\n`, ...rows.map((row) => rowText(row, widths, palette))].join('');
}

/** A problem in parts, each on one line. */
interface Row extends Pick<Placed, 'severity' | 'rule' | 'hint'> {
  /** With the path: terminals make `path:line:column` a link. */
  readonly place: string;
  readonly message: string;
  readonly where: string;
}

function rowOf(problem: Placed): Row {
  const { path, start, severity, rule, message, hint } = problem;
  const place = visible(`${path}:${start.line}:${start.column}`);
  return { place, severity, message: visible(message), rule, where: whereOf(problem), hint: visible(hint) };
}

/** In UTF-16 code units; a text that is longer than this sticks out, and the others stay together. */
const WIDEST = 72;

const widest = (texts: readonly string[]): number =>
  texts.reduce((most, { length }) => (length > WIDEST ? most : Math.max(most, length)), 0);

function rowText(row: Row, widths: { readonly place: number; readonly message: number }, palette: Palette): string {
  const severity = palette.severity[row.severity](row.severity) + ' '.repeat('warning'.length - row.severity.length);
  const cells = [row.place.padEnd(widths.place), severity, row.message.padEnd(widths.message), palette.dim(row.rule)];
  const hint = row.hint === '' ? '' : `    ${palette.dim(row.hint)}\n`;
  return `  ${[...cells, ...(row.where === '' ? [] : [row.where])].join('  ')}\n${hint}`;
}

function summaryText({ problems, summary }: LintReport): string {
  const { files, diagrams, links } = summary;
  const rest = `${count(files, 'file')}, ${count(diagrams, 'diagram')}, ${count(links, 'link')}\n`;
  if (problems.length === 0) return `no problem in ${rest}`;
  return `${count(problems.length, 'problem')} (${kinds(summary)}) in ${byFile(problems).size} of ${rest}${fixes(summary)}`;
}

const kinds = ({ errors, warnings, infos }: Summary): string =>
  [
    { number: errors, thing: 'error' },
    { number: warnings, thing: 'warning' },
    { number: infos, thing: 'info' },
  ]
    .flatMap(({ number, thing }) => (number === 0 ? [] : [count(number, thing)]))
    .join(', ');

function fixes({ fixable, suggestions }: Summary): string {
  const safe = fixable === 0 ? [] : [`${fixable} can be fixed with \`--fix\``];
  const verb = fixable === 0 ? 'can be fixed' : 'more';
  const unsafe = suggestions === 0 ? [] : [`${suggestions} ${verb} with \`--unsafe-fixes\``];
  const all = [...safe, ...unsafe].join(', ');
  return all === '' ? '' : `${all}\n`;
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;
