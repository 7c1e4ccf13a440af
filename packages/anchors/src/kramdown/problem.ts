import type { Diagnostic } from '@mxg/model';

/** A Markdown processor of Jekyll whose ids are not known. */
export function otherProcessor(name: string): Diagnostic {
  return {
    code: 'jekyll/markdown-processor',
    severity: 'warning',
    message: `ids of the Markdown processor \`${name}\` are not known`,
    hint: 'the ids are those that kramdown would give',
    span: null,
    exact: true,
  };
}
