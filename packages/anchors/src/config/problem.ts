import type { Diagnostic } from '@mxg/model';

/** Where a configuration cannot be read, and why. */
export interface Problem {
  /** Offset in the text, UTF-16 code units. */
  readonly offset: number;
  /** The parser's reason, one line, lower case. */
  readonly reason: string;
}

/** A configuration that its own format does not allow. */
export function syntaxProblem(format: string, { offset, reason }: Problem): Diagnostic {
  return {
    code: 'config/syntax',
    severity: 'error',
    message: `cannot read all of the ${format}: ${reason}`,
    hint: 'correct the place; what stands there and could not be read counts as not set',
    span: { start: offset, end: offset + 1 },
    exact: true,
  };
}

/** A value that only running the configuration tells. */
export function unreadValue(name: string, { offset, reason }: Problem): Diagnostic {
  return {
    code: 'config/not-run',
    severity: 'info',
    message: `cannot read \`${name}\` without running the configuration: ${reason}`,
    hint: 'write the value as a literal if links depend on it',
    span: { start: offset, end: offset + name.length },
    exact: true,
  };
}
