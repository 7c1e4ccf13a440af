import type { Lines } from '../docutils/lines.ts';

/** A fence with a directive: what its info says, and its content. */
export interface FencedDirective {
  readonly name: string;
  readonly lines: Lines;
}

/** The directive that a fence holds; null for a listing. `line`: that of the fence. */
export function fencedDirective(info: string, content: string, line: number): FencedDirective | null {
  const [language = ''] = info.trim().split(/\s/, 1);
  if (!language.startsWith('{') || !language.endsWith('}')) return null;
  const argument = info.trim().slice(language.length).trim();
  return { name: language.slice(1, -1).toLowerCase(), lines: directiveLines(argument, content, line) };
}

/** The lines as reStructuredText has them: argument, options, a blank line, content; numbered so that the content's lines are right. */
function directiveLines(argument: string, content: string, line: number): Lines {
  const lines = content.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const { options, count } = optionsOf(lines);
  const rest = lines.slice(count);
  const head = argument === '' ? options : [argument, ...options];
  return { text: [...head, '', ...rest], first: line + 1 + count - head.length - 1 };
}

/** Options between lines of `---`, or in lines that begin with a colon; how many lines they take. */
function optionsOf(lines: readonly string[]): { readonly options: readonly string[]; readonly count: number } {
  if (lines[0]?.startsWith('---') !== true) {
    const end = lines.findIndex((line) => !/^\s*:(?!::)/.test(line));
    const count = end < 0 ? lines.length : end;
    return { options: lines.slice(0, count).map((line) => line.trim()), count };
  }
  const closed = lines.findIndex((line, at) => at > 0 && line.startsWith('---'));
  const end = closed < 0 ? lines.length : closed;
  const options = lines.slice(1, end).map((line) => line.replace(/^\s*([^:\s]+):/, ':$1:'));
  return { options: options.filter((line) => line.startsWith(':')), count: Math.min(end + 1, lines.length) };
}
