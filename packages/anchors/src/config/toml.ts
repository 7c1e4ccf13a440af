import type { Reading } from '@mxg/model';
import { parse, TomlError } from 'smol-toml';
import type { Config } from './config.ts';
import { syntaxProblem } from './problem.ts';

/** Reads TOML as data; dates become text. Never throws: what is broken gives an empty mapping and a diagnostic with its place. */
export function readToml(text: string): Reading<Config> {
  try {
    return { value: withoutDates(parse(text)) as Config, diagnostics: [] };
  } catch (error) {
    return { value: {}, diagnostics: [syntaxProblem('TOML', problemOf(error, text))] };
  }
}

function withoutDates(value: unknown): unknown {
  if (value instanceof Date) return String(value.toJSON());
  if (Array.isArray(value)) return value.map(withoutDates);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutDates(each)]));
}

function problemOf(error: unknown, text: string): { readonly offset: number; readonly reason: string } {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
  const offset = error instanceof TomlError ? offsetOf(text, error.line, error.column) : 0;
  return { offset, reason: reason.charAt(0).toLowerCase() + reason.slice(1) };
}

/** Of a line and column from 1. */
function offsetOf(text: string, line: number, column: number): number {
  let at = 0;
  for (let i = 1; i < line; i++) at = text.indexOf('\n', at) + 1;
  return at + column - 1;
}
