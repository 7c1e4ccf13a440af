import type { Line } from './lines.ts';
import { stash, type Stash } from './placeholder.ts';

/** The head of a fence: its marks, and settings in braces or a language (Python-Markdown 3.10, `fenced_code`). */
const OPEN = /^(~{3,}|`{3,})(?: *\{([^\n]*)\}|(?: *[\w#.+-]+)?(?: *hl_lines=(?:"[^"\n]*"|'[^'\n]*'))?)$/;

/** pymdownx.superfences 11: may be indented or quoted, and takes more after the language. */
const OPEN_ANYWHERE =
  /^([> ]*)(~{3,}|`{3,})(?: *\{([^{}\n]*)\}| *[\w#.+-]+(?: +[\w-]+(?:=(?:"[^"\n]*"|'[^'\n]*'))?)*|(?: +[\w-]+(?:=(?:"[^"\n]*"|'[^'\n]*'))?)*)$/;

/** Takes fences out: each is a placeholder between empty lines. One that is never closed is text. */
export function withoutFences(lines: readonly Line[], all: Stash, anywhere: boolean): readonly Line[] {
  if (!lines.some(({ text }) => text.includes('```') || text.includes('~~~'))) return lines;
  const endOf = anywhere ? endAnywhere : endAtMargin(lines);
  const result: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? { text: '', line: 1 };
    const opened = openAt(line.text, anywhere);
    const end = opened === null ? null : endOf(lines, at, opened);
    if (opened === null || end === null) result.push(line);
    else if (end.closed) result.push(...placeholder(line, opened, all));
    else result.push(...lines.slice(at, end.at + 1));
    if (end !== null) at = end.at;
  }
  return result;
}

interface Opened {
  /** Spaces and marks of quotes before it. */
  readonly indent: string;
  readonly marks: string;
  /** What stands in braces. */
  readonly settings: string;
}

/** The last line that belongs to a fence, and whether it closes it. */
interface End {
  readonly at: number;
  readonly closed: boolean;
}

function openAt(text: string, anywhere: boolean): Opened | null {
  if (!text.includes('```') && !text.includes('~~~')) return null;
  const trimmed = text.trimEnd();
  if (!anywhere) {
    const [all, marks = '', settings = ''] = OPEN.exec(trimmed) ?? [];
    return all === undefined ? null : { indent: '', marks, settings };
  }
  const [all, indent = '', marks = '', settings = ''] = OPEN_ANYWHERE.exec(trimmed) ?? [];
  return all === undefined ? null : { indent, marks, settings };
}

function placeholder({ line }: Line, { indent, settings }: Opened, all: Stash): readonly Line[] {
  const id = /(?:^|[\s:])#([\w-]+)/.exec(settings)?.[1];
  const html = id === undefined ? '' : `<pre id="${id}"></pre>`;
  const mark = stash(all, { kind: 'html', lines: [{ text: html, line }] });
  const blank = { text: indent.trimEnd(), line };
  return [blank, { text: indent + mark, line }, blank];
}

/** A fence at the margin ends at the next line of its very marks; a search for each of them would take a page's length. */
function endAtMargin(lines: readonly Line[]): (lines: readonly Line[], from: number, opened: Opened) => End | null {
  const closes = new Map<string, number[]>();
  for (let at = lines.length - 1; at >= 0; at--) {
    const text = (lines[at]?.text ?? '').trimEnd();
    if (!/^(?:~{3,}|`{3,})$/.test(text)) continue;
    const known = closes.get(text);
    if (known === undefined) closes.set(text, [at]);
    else known.push(at);
  }
  return (_, from, { marks }) => {
    const ahead = closes.get(marks) ?? [];
    while ((ahead.at(-1) ?? Infinity) <= from) ahead.pop();
    const at = ahead.at(-1);
    return at === undefined ? null : { at, closed: true };
  };
}

/** With superfences, what is opened and not closed hides every later fence; a line outside of its indent gives it up. */
function endAnywhere(lines: readonly Line[], from: number, { indent, marks }: Opened): End {
  const columns = indent.length;
  for (let at = from + 1; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text.startsWith(indent) && text.slice(columns).trimEnd() === marks) return { at, closed: true };
    if (text.trim() !== '' && !/^[> ]*$/.test(text.slice(0, columns))) return { at, closed: false };
  }
  return { at: lines.length - 1, closed: false };
}
