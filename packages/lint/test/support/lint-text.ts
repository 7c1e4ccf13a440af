import { sourceFromText } from '@mxg/codec';
import { resolveConfig, type LintConfig } from '../../src/config.ts';
import { lint } from '../../src/lint.ts';
import type { Problem } from '../../src/problem.ts';
import { siteOf } from './site.ts';

/** The problems of a page, with all rules on unless the configuration says otherwise. */
export async function lintText(
  text: string,
  {
    config = { extends: 'all' },
    files = {},
    path = 'page.md',
  }: { config?: LintConfig; files?: Readonly<Record<string, string>>; path?: string } = {},
): Promise<readonly Problem[]> {
  const site = await siteOf({ ...files, [path]: text }, path);
  const reading = { value: sourceFromText(text), diagnostics: [] };
  return lint(reading, { settings: resolveConfig(config).settingsFor(path), site }).problems;
}
