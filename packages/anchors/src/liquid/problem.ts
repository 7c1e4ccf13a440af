import type { Diagnostic } from '@mxg/model';

/** A page whose Liquid tags cannot be rendered; `reason` is the engine's. */
export function failedTemplate(path: string, reason: string): Diagnostic {
  return {
    code: 'liquid/failed',
    severity: 'error',
    message: `cannot render the Liquid tags of \`${path}\`: ${reason}`,
    hint: 'close every block tag; the ids are those of the page without its tags',
    span: null,
    exact: true,
  };
}
