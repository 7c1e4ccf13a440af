import type { AnyNode, BlockStatement, Expression, Pattern } from 'acorn';
import { functionScope, type Scope } from './scope.ts';

/** A function's body as a list of statements or an expression, and the scope inside it. */
export interface Body {
  readonly body: BlockStatement | Expression;
  readonly params: readonly Pattern[];
  readonly scope: Scope;
}

/** The inside of a function of any form; null for what is none. */
export function bodyOf(node: AnyNode, outer: Scope): Body | null {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression': {
      const statements = node.body.type === 'BlockStatement' ? node.body.body : [];
      return { body: node.body, params: node.params, scope: functionScope(statements, node.params, outer) };
    }
    default:
      return null;
  }
}

/** What a function returns at the end of its body; null for no function, or one that returns nothing there. */
export function returned(node: AnyNode, outer: Scope): { readonly node: AnyNode; readonly scope: Scope } | null {
  const inside = bodyOf(node, outer);
  if (inside === null) return null;
  const { body, scope } = inside;
  if (body.type !== 'BlockStatement') return { node: body, scope };
  const last = body.body.findLast((statement) => statement.type === 'ReturnStatement');
  return last?.type === 'ReturnStatement' && last.argument ? { node: last.argument, scope } : null;
}
