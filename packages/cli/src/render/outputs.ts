import { statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Trouble } from '../exit-code.ts';
import { count, type ChosenDiagram } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

/** A page that is drawn, and where its picture goes; `undefined` is standard output. */
export interface Drawing {
  readonly diagram: ChosenDiagram;
  /** Index of the page. */
  readonly page: number;
  readonly output?: string;
}

/** Whether `-o` names a folder: one that is there, or whose name ends in a slash. */
export function isFolder(output: string | undefined, { cwd }: Terminal): output is string {
  if (output === undefined || output === '-') return false;
  if (/[/\\]$/.test(output)) return true;
  try {
    return statSync(resolve(cwd, output)).isDirectory();
  } catch {
    return false; // nothing is there, or nothing that may be looked at: writing says which
  }
}

/** Gives each picture its name: in a folder that of its file, with `.2` for the second diagram and `.p2` for the second page. */
export function withOutputs(
  drawings: readonly Drawing[],
  output: string | undefined,
  ending: string,
  terminal: Terminal,
): readonly Drawing[] {
  const inFolder = isFolder(output, terminal);
  if (!inFolder && drawings.length <= 1)
    return drawings.map((each) => (output === undefined ? each : { ...each, output }));
  if (!inFolder) refuseSeveral(drawings, output);
  const named = drawings.map((each): Drawing => ({
    ...each,
    output: inFolder ? join(output, `${stemOf(each)}${placeIn(each)}.${ending}`) : besideFirst(output ?? '', each),
  }));
  refuseSame(named, terminal);
  return named;
}

/** One file has room for the pages of one diagram: the second page of `flow.svg` is `flow.p2.svg`. */
function refuseSeveral(drawings: readonly Drawing[], output: string | undefined): void {
  const diagrams = new Set(drawings.map(({ diagram }) => diagram));
  const paths = new Set(drawings.map(({ diagram }) => diagram.path));
  const [path = ''] = paths;
  if (paths.size > 1)
    throw new Trouble(
      `${count(paths.size, 'file')} make ${count(drawings.length, 'picture')}`,
      'write them into a folder: `-o FOLDER/`',
    );
  if (diagrams.size > 1)
    throw new Trouble(
      `a picture shows one diagram, and \`${path}\` has ${count(diagrams.size, 'diagram')}`,
      `choose one with \`--diagram N\`, N from 1: \`mxg ls ${path}\` lists them; or write all into a folder: \`-o FOLDER/\``,
    );
  if (output === undefined || output === '-')
    throw new Trouble(
      `${count(drawings.length, 'page')} make as many pictures`,
      'write them with `-o FILE.svg`, or into a folder: `-o FOLDER/`',
    );
}

/** Two pictures of one name, or a picture in place of what it is drawn from, would be a loss. */
function refuseSame(drawings: readonly Drawing[], { cwd }: Terminal): void {
  const taken = new Map(drawings.map(({ diagram: { path } }) => [resolve(cwd, path), 'its source']));
  for (const { output = '' } of drawings) {
    const before = taken.get(resolve(cwd, output));
    if (before !== undefined)
      throw new Trouble(
        `\`${output}\` would be written over ${before}`,
        'write into a folder of its own: `-o FOLDER/`, or one file after the other',
      );
    taken.set(resolve(cwd, output), 'another picture');
  }
}

/** `flow` of `flow.drawio.svg`. */
const stemOf = ({ diagram: { path } }: Drawing): string =>
  path === '-' ? 'diagram' : basename(path).replace(/(?:\.(?:drawio|dio))?\.[^.]{1,20}$/i, '');

const placeIn = ({ diagram: { number }, page }: Drawing): string =>
  `${number > 1 ? `.${number}` : ''}${page > 0 ? `.p${page + 1}` : ''}`;

const besideFirst = (output: string, { page }: Drawing): string =>
  page === 0 ? output : output.replace(/((?:\.drawio)?\.[^./\\]{1,20})?$/i, (ending) => `.p${page + 1}${ending}`);
