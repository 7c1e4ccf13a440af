import type { Config } from '../../config/config.ts';
import { configAt, textAt } from '../../config/plain-data.ts';
import { isCall, type StaticCall } from '../../config/static-js/value.ts';
import { folderPath, joinPath } from '../file-path.ts';

/** The folders of a site, without slashes at their ends; empty for the project's own. */
export interface Directories {
  readonly input: string;
  readonly output: string;
  /** Not published, below `input`. */
  readonly hidden: readonly string[];
}

/** The calls that the configuration's function makes on its parameter. */
export function callsOf(config: Config, name: string): readonly StaticCall[] {
  const calls: readonly unknown[] = Array.isArray(config['calls']) ? config['calls'] : [];
  return calls.filter(isCall).filter(({ call }) => call === name);
}

/** Reads `dir` of the returned or exported object, and what is called in its place (`setInputDirectory`). */
export function directoriesOf(config: Config): Directories {
  const dir = configAt(config, 'dir');
  const told = (key: string, setter: string): string | null => {
    const called = callsOf(config, setter).at(-1)?.arguments[0];
    return textAt(dir, key) ?? (typeof called === 'string' ? called : null);
  };
  const input = folderPath(told('input', 'setInputDirectory') ?? '');
  const hidden = [
    told('includes', 'setIncludesDirectory') ?? '_includes',
    told('layouts', 'setLayoutsDirectory') ?? '',
    told('data', 'setDataDirectory') ?? '_data',
  ];
  return {
    input,
    output: folderPath(told('output', 'setOutputDirectory') ?? '_site'),
    hidden: hidden.filter((each) => folderPath(each) !== '').map((each) => below(input, each)),
  };
}

/** `../_includes` beside the input folder is met often. */
function below(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of joinPath(folder, folderPath(path)).split('/')) {
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
