import type { AnyNode, CallExpression } from 'acorn';
import { isRecord, UNREAD } from './value.ts';

/** A call as far as it is written: the callee's name, null for one without. */
export interface WrittenCall {
  readonly node: CallExpression;
  readonly name: string | null;
  /** The value of a part. */
  readonly value: (part: AnyNode) => unknown;
}

/** The result of a call whose function is known by its name, `UNREAD` for any other. */
export function knownCall(call: WrittenCall): unknown {
  const { node, name, value } = call;
  if (name === 'Object.assign') return assigned(node.arguments.map(value));
  if (name !== null && RETURNS_ARGUMENT.test(name))
    return node.arguments[0] === undefined ? UNREAD : value(node.arguments[0]);
  return filteredList(call);
}

/** `defineConfig`, `vite.defineConfig` and the like only help editors. */
const RETURNS_ARGUMENT = /^(?:.*\.)?(?:define[A-Z]\w*|Object\.freeze)$/;

function assigned(parts: readonly unknown[]): unknown {
  return parts.every(isRecord) ? Object.fromEntries(parts.flatMap(Object.entries)) : UNREAD;
}

/** `[…].filter(Boolean)`: the usual way to leave out what a condition made false. */
function filteredList({
  node: {
    callee,
    arguments: [by],
  },
  value,
}: WrittenCall): unknown {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return UNREAD;
  if (callee.property.name !== 'filter' || by?.type !== 'Identifier' || by.name !== 'Boolean') return UNREAD;
  const list = value(callee.object);
  return Array.isArray(list) ? list.filter(Boolean) : UNREAD;
}
