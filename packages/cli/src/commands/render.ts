import { bytesFromText, embed, pagesOf, type Limits } from '@mxg/codec';
import { hasErrors } from '@mxg/model';
import { geometry, render, type Labels, type StencilLibrary, type Theme } from '@mxg/svg';
import { ExitCode, Trouble } from '../exit-code.ts';
import { deliver, makeFolder } from '../files.ts';
import { problemsOf, sayProblems } from '../problems.ts';
import { readChosen, type Choice, type ChosenDiagram } from '../reading.ts';
import { isFolder, withOutputs, type Drawing } from '../render/outputs.ts';
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
  patterns: readonly string[],
  options: RenderCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const isPng = isPngAt(options.output);
  const { chosen, code } = await readChosen(patterns, withoutAll(options), terminal);
  const readable = chosen.filter(({ file }) => file !== null);
  if (readable.length === 0) return ExitCode.trouble;
  const pages = readable.flatMap((diagram) => pagesFrom(diagram, options));
  const drawings = withOutputs(pages, options.output, options.geometry === true ? 'json' : 'svg', terminal);
  for (const drawing of drawings) sayFirst(drawing, options, terminal);
  const library = await stencilsAt(options.stencils, options.limits, terminal);
  if (isFolder(options.output, terminal)) makeFolder(options.output, terminal);
  let worst: ExitCode = code;
  for (const { diagram, page, output } of drawings) {
    const written = await drawn({ diagram, page, isPng, library }, options, terminal);
    if (written === null) worst = ExitCode.trouble;
    else deliver(output, written, terminal);
  }
  return worst;
}

interface DrawnPage {
  readonly diagram: ChosenDiagram;
  readonly page: number;
  readonly isPng: boolean;
  readonly library: StencilLibrary | undefined;
}

/** The bytes of a picture; null where they cannot be made, which is said. */
async function drawn(
  { diagram, page, isPng, library }: DrawnPage,
  options: RenderCommandOptions,
  terminal: Terminal,
): Promise<Uint8Array | null> {
  const { file, path } = diagram;
  if (file === null) return null;
  const stencils = library === undefined ? {} : { stencils: library };
  if (options.geometry === true)
    return bytesFromText(`${JSON.stringify(geometry(file, { page, ...stencils }), null, 2)}\n`, 'utf-8');
  const { value, diagnostics } = render(file, {
    page,
    scale: options.scale,
    border: options.border,
    theme: isPng && options.theme === 'auto' ? 'light' : options.theme,
    labels: isPng ? 'text' : options.labels,
    ...stencils,
    ...wordsFor(file, page, path),
  });
  sayShortfalls(path, diagnostics, terminal);
  const picture = isPng ? await pngOf(value) : bytesFromText(`${value}\n`, 'utf-8');
  const isAlone = options.page !== undefined;
  return options.embed === true
    ? carrying({ ...diagram, page: isAlone ? page : null }, picture, { isPng, path, limits: options.limits }, terminal)
    : picture;
}

const ALL = 'all';

/** What is read for `--page all`: everything. */
const withoutAll = ({ diagram, page, limits }: Choice): Choice => ({
  limits,
  ...(diagram === undefined ? {} : { diagram }),
  ...(page === undefined || page === ALL ? {} : { page }),
});

/** The pages of a diagram that are drawn: the one that was asked for, else the first, or all that have a model. */
function pagesFrom(diagram: ChosenDiagram, { page }: Choice): readonly Drawing[] {
  const { pages } = diagram.file ?? { pages: [] };
  const all = pages.flatMap(({ index, model }) => (model === null ? [] : [{ diagram, page: index }]));
  if (page === ALL && all.length > 0) return all;
  const index = diagram.page ?? 0;
  if (pages[index]?.model != null) return [{ diagram, page: index }];
  const what = pages[index]?.storage === 'image' ? 'is a picture already' : 'has no model';
  throw new Trouble(
    `cannot draw page ${index + 1} of \`${diagram.path}\`: it ${what}`,
    pages.length > 1
      ? `choose another with \`--page N\`, N from 1 to ${pages.length}`
      : '`mxg decode` shows what is in it',
  );
}

/** Nobody should take the first page for all there is. */
function sayFirst({ diagram: { file, path, number } }: Drawing, options: Choice, terminal: Terminal): void {
  const pages = file?.pages.length ?? 0;
  if (pages < 2 || options.page !== undefined) return;
  const of = options.diagram === undefined ? '' : `diagram ${number} of `;
  terminal.say(
    `note: ${of}\`${path}\` has ${pages} pages, this is the first; \`--page N\` draws another, \`--page all\` each\n`,
  );
}

/** Whether the file that is written is a PNG. */
function isPngAt(output = ''): boolean {
  const [, ending = ''] = OTHERS.exec(output) ?? [];
  if (ending === '') return /\.png$/i.test(output);
  throw new Trouble(`cannot draw \`${ending}\``, 'write an SVG or a PNG: `-o FILE.svg`, `-o FILE.png`');
}

/** What pictures are called that are not drawn here; any other name is an SVG's. */
const OTHERS = /\.(jpe?g|gif|webp|avif|bmp|tiff?|pdf|eps|ps|html?)$/i;

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
