import type { Lines } from './lines.ts';

/** A directive's block, taken apart. */
export interface DirectiveParts {
  /** Its lines joined by line ends; empty for none. */
  readonly argument: string;
  /** By name; a flag's value is empty. */
  readonly options: ReadonlyMap<string, string>;
  readonly content: Lines;
}

const OPTION = /^:([^\s:][^:\\]*):(?: +|$)/;

/** Takes arguments, options and content apart: the first two end at a blank line; without arguments, text before the options is content. */
export function directiveParts(lines: Lines, takesArgument: boolean): DirectiveParts {
  const blank = lines.text.indexOf('');
  const end = blank < 0 ? lines.text.length : blank;
  const head = lines.text.slice(0, end);
  const option = head.findIndex((line) => OPTION.test(line));
  const argument = option < 0 ? head : head.slice(0, option);
  const options = optionsIn(option < 0 ? [] : head.slice(option));
  if (takesArgument || argument.length === 0)
    return { argument: argument.join('\n'), options, content: from(lines, end + 1) };
  const rest = lines.text.slice(end);
  return { argument: '', options, content: from({ text: [...argument, ...rest], first: lines.first }, 0) };
}

function from({ text, first }: Lines, start: number): Lines {
  let at = start;
  while (text[at] === '') at++;
  return { text: text.slice(at), first: first + at };
}

/** An option's value may go on in indented lines. */
function optionsIn(lines: readonly string[]): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    const found = OPTION.exec(line);
    name = found?.[1]?.toLowerCase() ?? name;
    const value = found === null ? `${options.get(name) ?? ''} ${line.trim()}` : line.slice(found[0].length);
    options.set(name, value.trim());
  }
  return options;
}
