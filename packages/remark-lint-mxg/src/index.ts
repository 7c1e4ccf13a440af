import { openLinter, type Linter, type LinterOptions, type Placed } from 'mxg';
import type { VFile } from 'vfile';

/** As those of `openLinter`; `cwd` is that of the file. */
export type RemarkLintMxgOptions = Omit<LinterOptions, 'cwd'>;

/**
 * A remark plugin that says of a page what `mxg lint` says of it: one message a problem, errors as fatal ones. The page is looked at as
 * it was read, whatever other plugins make of its tree.
 */
export default function remarkLintMxg(
  options: RemarkLintMxgOptions = {},
): (tree: unknown, file: VFile) => Promise<void> {
  const linters = new Map<string, Promise<Linter>>();
  return async (_, file) => {
    const linter = linters.get(file.cwd) ?? openLinter({ ...options, cwd: file.cwd });
    linters.set(file.cwd, linter);
    const problems = (await linter).lint(file.path ?? '-', file.value);
    for (const problem of problems) tell(file, problem);
  };
}

/** What vfile calls the severities: errors are fatal, what is merely worth knowing is neither. */
const FATAL = { error: true, warning: false, info: undefined } as const;

function tell(file: VFile, { rule, severity, message, hint, start, end }: Placed): void {
  const told = file.message(message, { place: { start, end }, ruleId: rule, source: 'mxg' });
  told.fatal = FATAL[severity];
  if (hint !== '') told.note = hint;
}
