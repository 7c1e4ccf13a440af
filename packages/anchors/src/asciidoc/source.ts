import { conditionAt, type Condition } from './conditions.ts';
import type { DocumentAttributes } from './document-attributes.ts';

/** A line of a page, without white space at its end. */
export interface SourceLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** Lines that are read one by one. */
export interface Source {
  /** The line `ahead` lines behind the next one, without taking it; null behind the last. */
  readonly peek: (ahead?: number) => SourceLine | null;
  readonly take: () => SourceLine | null;
}

/** Lines that were read already. */
export function sourceOf(lines: readonly SourceLine[]): Source {
  let at = 0;
  return { peek: (ahead = 0) => lines[at + ahead] ?? null, take: () => lines[at++] ?? null };
}

/** The lines of a page, without those that its conditions leave out; these are asked when a line is come to. */
export function pageSource(page: string, attributes: () => DocumentAttributes): Source {
  const lines = page.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const open: Condition[] = [];
  const ready: SourceLine[] = [];
  let from = 0;
  let at = 0;
  const fill = (count: number): void => {
    for (; ready.length - from < count && at < lines.length; at++) {
      const text = withoutEnd(lines[at] ?? '');
      const shown = shownLine(text, open, attributes);
      if (shown !== null) ready.push({ text: shown, line: at + 1 });
    }
  };
  const peek = (ahead = 0): SourceLine | null => {
    if (ready.length - from <= ahead) fill(ahead + 1);
    return ready[from + ahead] ?? null;
  };
  const take = (): SourceLine | null => {
    const line = peek();
    if (line !== null) from++;
    return line;
  };
  return { peek, take };
}

/** A line without the spaces and tabs at its end. */
function withoutEnd(line: string): string {
  let end = line.length;
  while (end > 0 && line.charCodeAt(end - 1) <= SPACE) end--;
  return end === line.length ? line : line.slice(0, end);
}

const SPACE = 0x20;

const DIRECTIVE = /^(\\?)(?:(?:ifdef|ifndef|ifeval|endif|include)::|include::)/;

/** What a line is to those that read on; null for a directive, and where a condition leaves it out. */
function shownLine(text: string, open: Condition[], attributes: () => DocumentAttributes): string | null {
  const directive = text.includes('::') ? DIRECTIVE.exec(text) : null;
  const isOut = open.at(-1)?.holds === false;
  if (directive === null) return isOut ? null : text;
  if (directive[1] === '\\') return isOut ? null : text.slice(1);
  if (text.startsWith('include::'))
    return isOut || !text.endsWith(']') ? null : `link:${text.slice('include::'.length)}`;
  const condition = conditionAt(text, attributes());
  if (condition === null) return isOut ? null : text;
  if (condition.kind === 'end') open.pop();
  if (condition.kind === 'begin') open.push({ ...condition, holds: condition.holds && !isOut });
  return condition.kind === 'line' && condition.holds && !isOut ? condition.content : null;
}
