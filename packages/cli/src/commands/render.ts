import { bytesFromText, embed, pagesOf, type Limits } from '@mxg/codec';
import { hasErrors, type MxFile } from '@mxg/model';
import { geometry, render, type Labels, type Theme } from '@mxg/svg';
import { ExitCode, Trouble } from '../exit-code.ts';
import { deliver } from '../files.ts';
import { problemsOf, sayProblems } from '../problems.ts';
import { count, readChosen, type Choice, type ChosenDiagram } from '../reading.ts';
import { pngOf } from '../render/png.ts';
import { sayShortfalls } from '../render/shortfalls.ts';
import { stencilsAt } from '../render/stencils.ts';
import { wordsFor } from '../render/words.ts';
import type { Terminal } from '../terminal.ts';

export interface RenderCommandOptions extends Choice {
  readonly scale: number;
  readonly border: number;
  readonly theme: Theme;
  readonly labels: Labels;
  readonly embed?: boolean;
  /** Where everything is, in place of the picture. */
  readonly geometry?: boolean;
  /** Files and folders of stencil libraries. */
  readonly stencils: readonly string[];
  readonly output?: string;
}

/** `mxg render`: read → find → decode → draw → rasterise for a `.png` → embed → write. */
export async function renderCommand(
  path: string,
  options: RenderCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { chosen, code } = await readChosen([path], options, terminal);
  if (chosen.length === 0) return ExitCode.trouble;
  const diagram = onlyOf(chosen, path);
  if (diagram.file === null) return ExitCode.trouble;
  const page = pageOf(diagram, diagram.file, options, terminal);
  const library = await stencilsAt(options.stencils, options.limits, terminal);
  const stencils = library === undefined ? {} : { stencils: library };
  if (options.geometry === true) {
    const told = geometry(diagram.file, { page, ...stencils });
    deliver(options.output, `${JSON.stringify(told, null, 2)}\n`, terminal);
    return code;
  }
  const isPng = isPngAt(options.output);
  const drawn = render(diagram.file, {
    page,
    scale: options.scale,
    border: options.border,
    theme: isPng && options.theme === 'auto' ? 'light' : options.theme,
    labels: isPng ? 'text' : options.labels,
    ...stencils,
    ...wordsFor(diagram.file, page, path),
  });
  sayShortfalls(path, drawn.diagnostics, terminal);
  const picture = isPng ? await pngOf(drawn.value) : bytesFromText(`${drawn.value}\n`, 'utf-8');
  const written =
    options.embed === true ? carrying(diagram, picture, { isPng, path, limits: options.limits }, terminal) : picture;
  if (written === null) return ExitCode.trouble;
  deliver(options.output, written, terminal);
  return code;
}

/** Whether the file that is written is a PNG. */
function isPngAt(output = ''): boolean {
  const [, ending = ''] = OTHERS.exec(output) ?? [];
  if (ending === '') return /\.png$/i.test(output);
  throw new Trouble(`cannot draw \`${ending}\``, 'write an SVG or a PNG: `-o FILE.svg`, `-o FILE.png`');
}

/** What pictures are called that are not drawn here; any other name is an SVG's. */
const OTHERS = /\.(jpe?g|gif|webp|avif|bmp|tiff?|pdf|eps|ps|html?)$/i;

/** A picture shows one diagram. */
function onlyOf(chosen: readonly ChosenDiagram[], path: string): ChosenDiagram {
  const [first, second] = chosen;
  if (first === undefined || second !== undefined) {
    throw new Trouble(
      `a picture shows one diagram, and \`${path}\` has ${count(chosen.length, 'diagram')}`,
      `choose one with \`--diagram N\`, N from 1: \`mxg ls ${path}\` lists them`,
    );
  }
  return first;
}

/** Index of the page that is drawn: the one that was asked for, else the first. */
function pageOf(
  { page, path, number }: ChosenDiagram,
  { pages }: MxFile,
  { diagram }: Choice,
  terminal: Terminal,
): number {
  const index = page ?? 0;
  if (pages[index]?.model == null) {
    const what = pages[index]?.storage === 'image' ? 'is a picture already' : 'has no model';
    throw new Trouble(
      `cannot draw page ${index + 1} of \`${path}\`: it ${what}`,
      pages.length > 1
        ? `choose another with \`--page N\`, N from 1 to ${pages.length}`
        : '`mxg decode` shows what is in it',
    );
  }
  if (page === null && pages.length > 1) {
    const of = diagram === undefined ? '' : `diagram ${number} of `;
    terminal.say(`note: ${of}\`${path}\` has ${pages.length} pages, this is the first; \`--page N\` draws another\n`);
  }
  return index;
}

/** The picture with the diagram in it, so that draw.io opens it again; with `--page`, that page alone. */
function carrying(
  { embedded, page }: ChosenDiagram,
  picture: Uint8Array,
  { isPng, path, limits }: { readonly isPng: boolean; readonly path: string; readonly limits: Limits },
  terminal: Terminal,
): Uint8Array | null {
  const { value, diagnostics } = embed(pagesOf([embedded], page, limits).value, isPng ? 'png' : 'svg', picture, limits);
  sayProblems(
    problemsOf(path, () => ({ line: 1, column: 1 }), diagnostics),
    terminal,
  );
  return hasErrors(diagnostics) ? null : value;
}
