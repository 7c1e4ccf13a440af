import type { Diagnostic } from '@mxg/model';

/** Says of a page that only a build tells where it goes: its path has a parameter, or its permalink is a template. */
export const onlyWhenRun = (path: string, why = 'its path has a parameter'): Diagnostic => ({
  code: 'url/only-when-run',
  severity: 'info',
  message: `cannot tell the URL of \`${path}\` without building the site: ${why}`,
  hint: 'links to it are not checked',
  span: null,
  exact: false,
});
