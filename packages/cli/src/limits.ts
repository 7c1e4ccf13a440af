import { defaultLimits, type Limits } from '@mxg/codec';
import { Trouble } from './exit-code.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Reads `--limit NAME=N` options: N a whole number, also with `k`, `M` or `G` (times 1024). */
export function readLimits(options: readonly string[]): Limits {
  return { ...defaultLimits, ...Object.fromEntries(options.map(readLimit)) };
}

function readLimit(option: string): [name: string, value: number] {
  const [, name = '', digits = '', unit = ''] = /^(\w+)=(\d+)([kmg]?)b?$/i.exec(option) ?? [];
  if (!Object.hasOwn(defaultLimits, name)) {
    const names = Object.keys(defaultLimits).join(', ');
    throw new Trouble(`cannot read the limit \`${option}\``, `write \`--limit NAME=N\`, NAME one of ${names}`);
  }
  return [name, Number(digits) * (UNITS[unit.toLowerCase()] ?? 1)];
}
