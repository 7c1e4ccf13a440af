/** What a command talks to: standard streams, working directory and environment. Handed in, so that tests can be the terminal. */
export interface Terminal {
  /** All of standard input; no more than `most` bytes and one. */
  readonly readInput: (most: number) => Promise<Uint8Array>;
  readonly print: (output: string | Uint8Array) => void;
  /** To standard error. */
  readonly say: (text: string) => void;
  /** Whether standard error may be coloured. */
  readonly colour: boolean;
  /** Whether a person watches standard error. */
  readonly interactive: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The terminal of this process. A reader that goes away early (`| head`) is no error. */
export function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  return {
    readInput,
    print: (output) => void process.stdout.write(output),
    say: (text) => void process.stderr.write(text),
    colour: process.stderr.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
    interactive: process.stderr.isTTY && process.env['TERM'] !== 'dumb',
    cwd: process.cwd(),
    env: process.env,
  };
}

async function readInput(most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}
