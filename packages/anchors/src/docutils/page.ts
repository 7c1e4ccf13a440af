import type { PageReader } from '../page.ts';
import { readBody } from './body.ts';
import { rstDocument } from './document.ts';
import { finished } from './finish.ts';
import { linesOf } from './lines.ts';

/** Reads reStructuredText as Sphinx 9.1 (docutils 0.23) builds it. */
export const rstPage: PageReader = ({ text }) => {
  const document = rstDocument();
  readBody(document, linesOf(text), document.root);
  return { value: finished(document), diagnostics: [] };
};
