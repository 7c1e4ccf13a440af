import type { AnyNode, BinaryExpression, LogicalExpression, TemplateLiteral, UnaryExpression } from 'acorn';
import { UNREAD } from './value.ts';

/** The value of a part of an expression. */
type Value = (part: AnyNode) => unknown;

/** The value of an expression made of others by operators; `UNREAD` when a part is, or the operator is not known here. */
export function calculated(node: AnyNode, value: Value): unknown {
  switch (node.type) {
    case 'TemplateLiteral':
      return template(node, value);
    case 'BinaryExpression':
      return binary(node, value);
    case 'LogicalExpression':
      return logical(node, value);
    case 'UnaryExpression':
      return unary(node, value);
    case 'ConditionalExpression': {
      const test = value(node.test);
      return test === UNREAD ? UNREAD : value(test ? node.consequent : node.alternate);
    }
    default:
      return UNREAD;
  }
}

function template({ quasis, expressions }: TemplateLiteral, value: Value): unknown {
  const texts = expressions.map((each) => textOf(value(each)));
  return joined(
    quasis.flatMap(({ value: { cooked, raw } }, index) => [
      cooked ?? raw,
      index < texts.length ? (texts[index] ?? null) : '',
    ]),
  );
}

/** Texts that refer to each other can double with every line. In UTF-16 code units. */
const MOST_TEXT = 100_000;

function joined(texts: readonly (string | null)[]): unknown {
  const length = texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return texts.includes(null) || length > MOST_TEXT ? UNREAD : texts.join('');
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;

function binary({ operator, left, right }: BinaryExpression, value: Value): unknown {
  const combine = BINARY[operator];
  if (combine === undefined || left.type === 'PrivateIdentifier') return UNREAD;
  const [a, b] = [value(left), value(right)];
  return a === UNREAD || b === UNREAD ? UNREAD : combine(a, b);
}

const same = (a: unknown, b: unknown): boolean => a === b;

const BINARY: Readonly<Record<string, (a: unknown, b: unknown) => unknown>> = {
  '+': (a, b) => (typeof a === 'number' && typeof b === 'number' ? a + b : joined([textOf(a), textOf(b)])),
  '===': same,
  '==': same,
  '!==': (a, b) => a !== b,
  '!=': (a, b) => a !== b,
};

function logical({ operator, left, right }: LogicalExpression, value: Value): unknown {
  const first = value(left);
  if (first === UNREAD) return UNREAD;
  if (operator === '??') return first ?? value(right);
  return Boolean(first) === (operator === '||') ? first : value(right);
}

function unary({ operator, argument }: UnaryExpression, value: Value): unknown {
  const operand = value(argument);
  if (operand === UNREAD) return UNREAD;
  if (operator === '!') return !operand;
  return operator === '-' && typeof operand === 'number' ? -operand : UNREAD;
}
