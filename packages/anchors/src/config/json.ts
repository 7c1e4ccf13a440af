import type { Reading } from '@mxg/model';
import type { Config } from './config.ts';
import { isConfig } from './plain-data.ts';
import { syntaxProblem } from './problem.ts';

/** Reads JSON as data. Never throws: what is broken gives an empty mapping and a diagnostic. */
export function readJson(text: string): Reading<Config> {
  try {
    const value: unknown = JSON.parse(text);
    return { value: isConfig(value) ? value : {}, diagnostics: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const offset = Number(/position (\d+)/.exec(reason)?.[1] ?? 0);
    return {
      value: {},
      diagnostics: [syntaxProblem('JSON', { offset, reason: reason.charAt(0).toLowerCase() + reason.slice(1) })],
    };
  }
}
