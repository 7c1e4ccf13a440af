import type { Diagnostic } from '@mxg/model';

const diagnostic = (
  code: string,
  severity: Diagnostic['severity'],
  message: string,
  hint: string,
  start: number | null,
  end = start,
): Diagnostic => ({
  code,
  severity,
  message,
  hint,
  span: start === null ? null : { start, end: end ?? start },
  exact: start !== null,
});

/** @param library number of the text, from 1 */
export const noShapes = (library: number): Diagnostic =>
  diagnostic(
    'stencils/no-shapes',
    'warning',
    `library ${library} has no \`<shape>\``,
    'expected a stencil library: `<shapes name="…"><shape name="…">`',
    null,
  );

/** @param start where the shape begins in its library */
export const unclosedShape = (library: number, name: string | null, start: number): Diagnostic =>
  diagnostic(
    'stencils/unclosed-shape',
    'warning',
    `the shape ${name === null ? '' : `\`${name}\` `}of library ${library} has no end`,
    'close it with `</shape>`; it is left out',
    start,
  );

export const unnamedShape = (library: number, start: number): Diagnostic =>
  diagnostic(
    'stencils/unnamed-shape',
    'info',
    `a shape of library ${library} has no name`,
    'give it a `name`; without one no style can ask for it',
    start,
  );
