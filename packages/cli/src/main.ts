import { forms, formDescriptions, type Form } from '@mxg/codec';
import type { FormatName } from '@mxg/lint';
import { Command, CommanderError, Option } from 'commander';
import type { AnchorsOptions } from './commands/anchors.ts';
import { decodeCommand, type DecodeOptions } from './commands/decode.ts';
import { encodeCommand, type EncodeOptions } from './commands/encode.ts';
import { graphCommand, graphFormats, type GraphOptions } from './commands/graph.ts';
import type { LinksOptions } from './commands/links.ts';
import type { LintCommandOptions, Output } from './commands/lint.ts';
import { lsCommand } from './commands/ls.ts';
import type { RenderCommandOptions } from './commands/render.ts';
import { ExitCode, Trouble, sayTrouble } from './exit-code.ts';
import { readLimits } from './limits.ts';
import type { ListOptions } from './listing.ts';
import { processTerminal, type Terminal } from './terminal.ts';
import manifest from '../package.json' with { type: 'json' };

/** Runs the command of this process. */
export function main(): void {
  const terminal = processTerminal();
  void run(process.argv.slice(2), terminal).then((code) => {
    process.exitCode = code;
  });
}

/** Runs the command with arguments; what it answers with. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = ExitCode.fine;
  try {
    await program(terminal, (result) => (code = result)).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return answer(error, terminal);
  }
}

function answer(error: unknown, terminal: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.fine : ExitCode.trouble;
  if (error instanceof Trouble) {
    sayTrouble(error, terminal);
    return ExitCode.trouble;
  }
  terminal.say(
    `mxg: this is a mistake of mxg, please report it with the file at hand\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return ExitCode.bug;
}

/** What knows sites is loaded when a command wants it: the others start in half the time. */
function program(terminal: Terminal, done: (code: ExitCode) => void): Command {
  const mxg = new Command('mxg')
    .description(
      'draw.io diagrams as data: decode, encode, list, lint and draw the diagrams in documentation pages, read them as graphs',
    )
    .version(manifest.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .showHelpAfterError('(`mxg --help` lists commands and options)')
    .configureOutput({ writeOut: (text) => terminal.print(text), writeErr: (text) => terminal.say(text) })
    .exitOverride();

  filesCommand(mxg, 'decode', 'print the model of diagrams as XML')
    .option('--raw', 'print the stored bytes instead')
    .option('--json', 'print the typed model instead')
    .addOption(diagramOption())
    .addOption(pageOption())
    .addOption(outputOption())
    .addOption(limitOption())
    .addHelpText(
      'after',
      examples([
        'decode page.md',
        'decode page.md --diagram 2 --page Overview',
        'decode --json flow.drawio.svg',
        'decode - < clipboard.txt',
      ]),
    )
    .action(async (files: string[], options: Flags<DecodeOptions>) =>
      done(await decodeCommand(files, withLimits(options), terminal)),
    );

  command(mxg, 'encode', 'write a model into a carrier, or in place of the diagram of a page')
    .argument('<file>', 'a model or mxfile in any carrier, or `-`')
    .addOption(
      new Option(
        '--as <form>',
        `the form to write: ${forms.map((form) => `${form} (${formDescriptions[form]})`).join(', ')}`,
      ).argParser(readForm),
    )
    .option('--into <page>', 'replace the diagram of this page, in its own carrier, and nothing else')
    .addOption(diagramOption('which diagram of the page to replace: a number from 1, a name or an id'))
    .option('--page <page>', 'with `--into`: which page of the diagram to replace; with `--as`: which page to write')
    .option('--picture <file>', 'with `--as svg` or `png`: the picture that carries the diagram')
    .option(
      '-o, --output <file>',
      'write here instead of the page itself, or of standard output; `-` is standard output',
    )
    .option('--dry-run', 'with `--into`: say what would change and write nothing')
    .addOption(limitOption())
    .addHelpText(
      'after',
      examples([
        'encode model.xml --into page.md',
        'encode model.xml --into page.md --diagram 2',
        'encode flow.drawio --as url',
        'encode page.md --as png --picture flow.png -o flow.drawio.png',
      ]),
    )
    .action(async (file: string, options: Flags<EncodeOptions>) =>
      done(await encodeCommand(file, withLimits(options), terminal)),
    );

  filesCommand(mxg, 'ls', 'list diagrams: place, carrier, pages, cells, links')
    .addOption(formatOption(['pretty', 'json']))
    .addOption(diagramOption())
    .addOption(limitOption())
    .addHelpText('after', examples(['ls docs', "ls 'docs/**/*.md' --format json", 'ls page.md']))
    .action(async (files: string[], options: Flags<ListOptions>) =>
      done(await lsCommand(files, withLimits(options), terminal)),
    );

  filesCommand(mxg, 'graph', 'print the stage graph: stages, milestones, flows, links')
    .addOption(formatOption(graphFormats))
    .option('--explain', 'say instead what each cell was read as, and why')
    .addOption(diagramOption())
    .addOption(pageOption())
    .addOption(outputOption())
    .addOption(limitOption())
    .addHelpText(
      'after',
      examples([
        'graph page.md',
        'graph page.md --format mermaid',
        'graph flow.drawio --page 2 --explain',
        'graph page.md --format dot | dot -Tsvg',
      ]),
    )
    .action(async (files: string[], options: Flags<GraphOptions>) =>
      done(await graphCommand(files, withLimits(options), terminal)),
    );

  filesCommand(mxg, 'links', 'list every link of diagrams: place, cell, label, target, status')
    .addOption(formatOption(['pretty', 'json']))
    .addOption(diagramOption())
    .addOption(pageOption())
    .addOption(generatorOption())
    .addOption(limitOption())
    .addHelpText('after', examples(['links docs', 'links page.md --format json']))
    .action(async (files: string[], options: Flags<LinksOptions>) =>
      done(await (await import('./commands/links.ts')).linksCommand(files, withLimits(options), terminal)),
    );

  filesCommand(mxg, 'anchors', 'print what a link to pages can hit: ids with their headings, and the URL of the page')
    .addOption(formatOption(['pretty', 'json']))
    .addOption(generatorOption())
    .addHelpText(
      'after',
      examples(['anchors guide.md', 'anchors docs --format json', 'anchors README.md --generator gitlab']),
    )
    .action(async (files: string[], options: AnchorsOptions) =>
      done(await (await import('./commands/anchors.ts')).anchorsCommand(files, options, terminal)),
    );

  command(mxg, 'lint', 'look for problems in diagrams: links that lead nowhere, broken models, unsafe labels')
    .argument('[path...]', 'files, folders, globs, or `-` for standard input; without any, the working directory')
    .addOption(
      new Option('--format <format[=file]>', `how to print: ${formatNames.join(', ')} (repeatable)`)
        .default([], 'pretty')
        .argParser((value: string, previous: Output[]) => [...previous, readOutput(value)]),
    )
    .option('--fix', 'fix what can be fixed without changing what is said')
    .option('--fix-dry-run', 'print what `--fix` would change, and change nothing')
    .option('--unsafe-fixes', 'fix what was likely meant, too: look at the result')
    .addOption(
      new Option('--max-warnings <n>', 'more warnings count as failure').argParser((value: string) =>
        readCount(value, '--max-warnings'),
      ),
    )
    .option('--quiet', 'tell errors only')
    .option('-c, --config <file>', 'the configuration, instead of the nearest `mxg.config.*`')
    .option('--no-config', 'no configuration: nothing that came with the files is run')
    .addOption(
      new Option('--rule <id=severity>', 'set a rule: `off`, `info`, `warning` or `error` (repeatable)')
        .default([], 'none')
        .argParser((value: string, previous: string[]) => [...previous, value]),
    )
    .addOption(generatorOption())
    .option('--cache [file]', 'use the results of the last run where nothing has changed (`.mxgcache`)')
    .option('--watch', 'run again after every change')
    .option('--list-rules', 'list the rules and leave')
    .addOption(limitOption())
    .addHelpText(
      'after',
      examples([
        'lint docs',
        'lint --fix docs',
        'lint docs --format sarif=mxg.sarif --format pretty',
        'lint --list-rules',
      ]),
    )
    .action(async (paths: string[], { format, ...options }: Flags<LintCommandOptions>) =>
      done(
        await (
          await import('./commands/lint.ts')
        ).lintCommand(
          paths,
          withLimits({ ...options, format: format.length === 0 ? [{ format: 'pretty', file: null }] : format }),
          terminal,
        ),
      ),
    );

  filesCommand(mxg, 'render', 'draw diagrams as SVG, or as PNG')
    .addOption(diagramOption())
    .addOption(pageOption('which page to draw: a number from 1, a name, an id, or `all`'))
    .addOption(
      new Option(
        '-o, --output <file>',
        'write to a file, as PNG where its name ends in `.png`, or all into a folder; `-` is standard output',
      ),
    )
    .addOption(numberOption('--scale <n>', 'px of the picture for a px of the page', [0.01, 100]).default(1))
    .addOption(numberOption('--border <n>', 'px left free on every side', [0, 10_000]).default(0))
    .addOption(
      new Option('--theme <theme>', 'colours for a light ground, a dark one, or what the reader prefers')
        .choices(['light', 'dark', 'auto'])
        .default('light'),
    )
    .addOption(
      new Option(
        '--stencils <path>',
        'a stencil library, or a folder of them, for shapes that are not known (repeatable)',
      )
        .default([], 'none')
        .argParser((value: string, previous: string[]) => [...previous, value]),
    )
    .addOption(
      new Option('--labels <kind>', 'labels as text for all readers of SVG, or also as HTML, as draw.io exports them')
        .choices(['text', 'html'])
        .default('text'),
    )
    .option('--geometry', 'print instead where everything is: bounds, points of edges, lines of labels, as JSON')
    .option('--embed', 'put the diagram into the picture, so that draw.io opens it again')
    .addOption(limitOption())
    .addHelpText(
      'after',
      examples([
        'render page.md -o page.svg',
        'render flow.drawio --page 2 --theme auto -o flow.svg',
        'render docs --page all -o pictures/',
        'render flow.drawio --embed --scale 2 -o flow.drawio.png',
        'render network.drawio --stencils stencils -o network.svg',
        'decode page.md | mxg render - > page.svg',
      ]),
    )
    .action(async (files: string[], options: Flags<RenderCommandOptions>) =>
      done(await (await import('./commands/render.ts')).renderCommand(files, withLimits(options), terminal)),
    );

  return mxg;
}

/** Names alone: the rules are loaded when they are wanted. */
const formatNames = [
  'pretty',
  'json',
  'sarif',
  'github',
  'junit',
  'gitlab',
  'compact',
] as const satisfies readonly FormatName[];

function readOutput(value: string): Output {
  const equals = value.indexOf('=');
  const name = equals < 0 ? value : value.slice(0, equals);
  const format = formatNames.find((each) => each === name);
  if (format === undefined)
    throw new Trouble(`unknown format \`${name}\``, `expected one of ${formatNames.join(', ')}`);
  return { format, file: equals < 0 ? null : value.slice(equals + 1) };
}

function readCount(value: string, option: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new Trouble(`\`${value}\` is no number for \`${option}\``, 'expected one such as `0`');
  return Number(value);
}

function command(mxg: Command, name: string, summary: string): Command {
  return mxg.command(name).description(summary).showHelpAfterError(`(\`mxg ${name} --help\` lists its options)`);
}

const filesCommand = (mxg: Command, name: string, summary: string): Command =>
  command(mxg, name, summary).argument('<file...>', 'files, folders, globs, or `-` for standard input');

/** The first format is the default. */
const formatOption = (formats: readonly string[]) =>
  new Option('--format <format>', 'how to print').choices(formats).default(formats[0]);

const diagramOption = (text = 'only this diagram: a number from 1, a name or an id') =>
  new Option('--diagram <diagram>', text);

const pageOption = (text = 'only this page: a number from 1, a name or an id') => new Option('--page <page>', text);

const numberOption = (flags: string, text: string, [least, most]: readonly [number, number]) =>
  new Option(flags, `${text}, ${least} to ${most}`).argParser((value: string) => {
    const number = /^\d{1,9}(?:\.\d{1,9})?$|^\.\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= least && number <= most) return number;
    throw new Trouble(
      `\`${value}\` is no number for \`${flags.split(' ')[0]}\``,
      `expected one from ${least} to ${most}`,
    );
  });

const generatorOption = () =>
  new Option('--generator <name>', 'what builds the site, when its files do not tell').default(undefined, 'detected');

const outputOption = () => new Option('-o, --output <file>', 'write to a file');

const limitOption = () =>
  new Option('--limit <name=n>', 'raise or lower a bound on what is read, such as `inflated=1G` (repeatable)')
    .default([], 'safe for files of strangers')
    .argParser((value: string, previous: string[]) => [...previous, value]);

function readForm(value: string): Form {
  const form = forms.find((candidate) => candidate === value);
  if (form === undefined) throw new Trouble(`unknown form \`${value}\``, `expected one of ${forms.join(', ')}`);
  return form;
}

const examples = (lines: readonly string[]): string =>
  `\nExamples:\n${lines.map((line) => `  mxg ${line}\n`).join('')}`;

/** Options as commander gives them: limits still as text. */
type Flags<T> = Omit<T, 'limits'> & { readonly limit: readonly string[] };

function withLimits<T>({ limit, ...options }: Flags<T>): T {
  return { ...options, limits: readLimits(limit) } as T;
}
