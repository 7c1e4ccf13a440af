import type { Diagnostic } from '@mxg/model';
import type { Config } from '../../config/config.ts';
import { configAt } from '../../config/plain-data.ts';
import { pathPattern, type PathPattern } from './path-pattern.ts';

/** Where pages go instead of their own place. */
export interface Rewrites {
  /** The path that a page is built as; its own one when no rule matches. Both with `.md`, relative to the folder of sources. */
  readonly rewrite: (page: string) => string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads `rewrites` when it is a mapping: of the rules, the first one that matches counts. */
export function rewritesOf(config: Config): Rewrites {
  const rules: { readonly from: PathPattern; readonly to: PathPattern }[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [from, to] of Object.entries(configAt(config, 'rewrites'))) {
    const fromPattern = from.startsWith('^') ? null : pathPattern(from);
    const toPattern = typeof to === 'string' ? pathPattern(`/${to}`) : null;
    if (fromPattern === null || toPattern === null) diagnostics.push(unreadRule(from));
    else rules.push({ from: fromPattern, to: toPattern });
  }
  const rewrite = (page: string): string => {
    for (const { from, to } of rules) {
      const captures = from.match(page);
      if (captures !== null) return to.fill(captures)?.slice(1) ?? page;
    }
    return page;
  };
  return { rewrite, diagnostics };
}

const unreadRule = (from: string): Diagnostic => ({
  code: 'url/rewrite-not-read',
  severity: 'warning',
  message: `cannot read the rewrite of \`${from}\`: it has an expression that is not known here`,
  hint: 'pages that it matches are taken to stay where they are',
  span: null,
  exact: false,
});
