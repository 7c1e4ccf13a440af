import {
  embed,
  encode,
  pagesOf,
  replace,
  readableXml,
  mxfileXml,
  type Form,
  type Limits,
  type Pages,
} from '@mxg/codec';
import { hasErrors, type Diagnostic } from '@mxg/model';
import { ExitCode, Trouble } from '../exit-code.ts';
import { deliver, readNamed } from '../files.ts';
import { problemsOf, sayProblems } from '../problems.ts';
import { chooseDiagrams, choosePage, count, noDiagram, readDiagrams } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

export interface EncodeOptions {
  readonly as?: Form;
  readonly into?: string;
  readonly picture?: string;
  readonly diagram?: string;
  readonly page?: string;
  readonly output?: string;
  readonly dryRun?: boolean;
  readonly limits: Limits;
}

/** `mxg encode`: read a model from any carrier, write it into another (`--as`) or in place of a page's diagram (`--into`). */
export async function encodeCommand(path: string, options: EncodeOptions, terminal: Terminal): Promise<ExitCode> {
  if ((options.as === undefined) === (options.into === undefined)) {
    throw new Trouble('cannot tell where to, expected one of `--as FORM` and `--into PAGE`', 'see `mxg encode --help`');
  }
  const read = await readDiagrams(path, options.limits, terminal);
  sayProblems(read.problems, terminal);
  if (read.problems.some(({ severity }) => severity === 'error')) return ExitCode.trouble;
  if (read.diagrams.length === 0) throw noDiagram(path);
  const pages = pagesOf(
    read.diagrams.map(({ embedded }) => embedded),
    null,
    options.limits,
  ).value;
  return options.into === undefined
    ? await encodeAs(options.as ?? 'drawio', onlyPage(pages, options.page), options, terminal)
    : await encodeInto(options.into, pages, options, terminal);
}

/** With `--as`, `--page` chooses from the model that is read. */
function onlyPage(pages: Pages, choice: string | undefined): Pages {
  if (choice === undefined) return pages;
  const index = choosePage(pages.pages, choice);
  return { ...pages, pages: pages.pages.slice(index, index + 1) };
}

async function encodeAs(form: Form, pages: Pages, options: EncodeOptions, terminal: Terminal): Promise<ExitCode> {
  const picture =
    options.picture === undefined ? null : await readNamed(options.picture, options.limits.input, terminal);
  const written = embed(pages, form, picture, options.limits);
  if (refused(options.picture ?? '', written.diagnostics, terminal)) return ExitCode.trouble;
  if ((form === 'svg' || form === 'png') && picture === null) {
    terminal.say(
      `note: the picture is an empty frame: draw.io shows the diagram, a browser the frame; give one with \`--picture FILE\`\n`,
    );
  }
  deliver(options.output, written.value, terminal);
  return ExitCode.fine;
}

async function encodeInto(target: string, pages: Pages, options: EncodeOptions, terminal: Terminal): Promise<ExitCode> {
  const page = await readDiagrams(target, options.limits, terminal);
  if (page.diagrams.length === 0) {
    sayProblems(page.problems, terminal);
    throw noDiagram(target);
  }
  const [diagram, another] = chooseDiagrams(page, options.diagram);
  if (diagram === undefined || another !== undefined) {
    throw new Trouble(
      `\`${target}\` has ${count(page.diagrams.length, 'diagram')}`,
      'say which to replace: `--diagram N`, N from 1',
    );
  }
  const index = options.page === undefined ? null : choosePage(diagram.file?.pages ?? [], options.page);
  const xml = pages.pages.length === 1 ? readableXml(pages) : mxfileXml(pages, 'indented');
  const edits = replace(diagram.embedded, xml, index, options.limits);
  if (refused(target, edits.diagnostics, terminal)) return ExitCode.trouble;
  const before = encode(page.source);
  const after = encode(page.source, edits.value);
  const changed = edits.value.length > 0;
  terminal.say(`${target}: ${changed ? difference(before, after) : 'nothing to change'}\n`);
  const output = options.output ?? target;
  if (options.dryRun !== true && (changed || output !== target || target === '-')) deliver(output, after, terminal);
  return ExitCode.fine;
}

/** What differs, for people: the one stretch outside of which both are the same. */
function difference(before: Uint8Array, after: Uint8Array): string {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const same = head + tail;
  return `${count(before.length - same, 'byte')} became ${count(after.length - same, 'byte')}, the other ${same} are the same`;
}

function refused(path: string, diagnostics: readonly Diagnostic[], terminal: Terminal): boolean {
  sayProblems(
    problemsOf(path, () => ({ line: 1, column: 1 }), diagnostics),
    terminal,
  );
  return hasErrors(diagnostics);
}
