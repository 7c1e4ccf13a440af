import { sourceFromBytes, type Limits } from '@mxg/codec';
import { positions } from '@mxg/model';
import { readStencils, type StencilLibrary } from '@mxg/svg';
import { Trouble } from '../exit-code.ts';
import { expandPaths, readNamed } from '../files.ts';
import { problemsOf, sayProblems } from '../problems.ts';
import type { Terminal } from '../terminal.ts';

/** Reads stencil libraries: files, and all `.xml` beneath folders. Of two shapes with the same name the later counts. */
export async function stencilsAt(
  paths: readonly string[],
  limits: Limits,
  terminal: Terminal,
): Promise<StencilLibrary | undefined> {
  if (paths.length === 0) return undefined;
  const texts: string[] = [];
  for (const path of paths) texts.push(...(await textsAt(path, limits, terminal)));
  return readStencils(texts).value;
}

async function textsAt(path: string, limits: Limits, terminal: Terminal): Promise<readonly string[]> {
  const texts: string[] = [];
  let shapes = 0;
  for (const file of await expandPaths([path], terminal, ['xml'])) {
    const { text } = sourceFromBytes(await readNamed(file, limits.input, terminal), limits).value;
    const { value, diagnostics } = readStencils([text]);
    shapes += value.names.length;
    sayProblems(problemsOf(file, positions(text), diagnostics), terminal);
    texts.push(text);
  }
  if (shapes > 0) return texts;
  throw new Trouble(
    `no stencils in \`${path}\``,
    'expected a stencil library, `<shapes name="…"><shape name="…">`, or a folder of them',
  );
}
