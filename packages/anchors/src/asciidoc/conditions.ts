import { withAttributes, type DocumentAttributes } from './document-attributes.ts';

/** A directive that leaves out lines. `line`: it has but the one line `content`. */
export interface Condition {
  readonly kind: 'begin' | 'end' | 'line';
  readonly holds: boolean;
  readonly content: string;
}

const DIRECTIVE = /^(ifdef|ifndef|ifeval|endif)::([^\s[]*)\[(.*)\]$/;

/** Reads a line that is a condition; null for one that is malformed. */
export function conditionAt(line: string, attributes: DocumentAttributes): Condition | null {
  const [, word, names = '', content = ''] = DIRECTIVE.exec(line) ?? [];
  if (word === undefined) return null;
  if (word === 'endif') return { kind: 'end', holds: true, content: '' };
  if (word === 'ifeval') return { kind: 'begin', holds: names === '' && isTrue(content, attributes), content: '' };
  if (names === '') return null;
  const holds = areSet(names, attributes) === (word === 'ifdef');
  return { kind: content === '' ? 'begin' : 'line', holds, content };
}

/** `a,b`: one of them; `a+b`: all of them. */
function areSet(names: string, attributes: DocumentAttributes): boolean {
  const isSet = (name: string): boolean => attributes.has(name.toLowerCase());
  return names.includes(',') ? names.split(',').some(isSet) : names.split('+').every(isSet);
}

const EXPRESSION = /^(.+?)([=!><]=|[><])(.+)$/;

function isTrue(expression: string, attributes: DocumentAttributes): boolean {
  const [, left = '', operator, right = ''] = EXPRESSION.exec(expression.trim()) ?? [];
  if (operator === undefined) return false;
  const [a, b] = [operand(left, attributes), operand(right, attributes)];
  if (operator === '==') return a === b;
  if (operator === '!=') return a !== b;
  if (typeof a !== typeof b) return false;
  if (operator.startsWith('<')) return a < b || (operator === '<=' && a === b);
  return a > b || (operator === '>=' && a === b);
}

function operand(text: string, attributes: DocumentAttributes): string | number {
  const value = withAttributes(text.trim(), attributes);
  const quoted = /^(["'])(.*)\1$/.exec(value);
  if (quoted !== null) return quoted[2] as string;
  return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
}
