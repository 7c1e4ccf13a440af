import type { AnyNode, CallExpression, Program } from 'acorn';
import type { Config } from '../config.ts';
import { bare, callOf, evaluate, nameOf, type Place } from './evaluate.ts';
import { bodyOf, returned } from './returned.ts';
import { lookUp } from './scope.ts';
import { isRecord, UNREAD, type StaticCall } from './value.ts';

/** What a module exports as its configuration: `export default`, `export =`, `module.exports =`, `exports.default =`; null for none. */
export function exportOf({ body }: Program): AnyNode | null {
  for (const statement of body) {
    const type: string = statement.type;
    if (statement.type === 'ExportDefaultDeclaration') return statement.declaration;
    if (type === 'TSExportAssignment') return (statement as unknown as { readonly expression: AnyNode }).expression;
    const assigned = statement.type === 'ExpressionStatement' ? bare(statement.expression) : null;
    if (assigned?.type !== 'AssignmentExpression' || assigned.operator !== '=') continue;
    if (EXPORTS.has(nameOf(assigned.left) ?? '')) return assigned.right;
  }
  return null;
}

const EXPORTS: ReadonlySet<string> = new Set(['module.exports', 'exports.default', 'module.exports.default']);

/** The object that an exported expression is, or is a call or function around; null when none can be read. */
export function exportedObject(written: AnyNode, place: Place): Config | null {
  if (place.depth > DEEPEST || !place.notes.step()) return null;
  const deeper = { ...place, depth: place.depth + 1 };
  const node = bare(written);
  if (node.type === 'Identifier') return boundObject(node.name, deeper);
  if (node.type === 'CallExpression') return calledObject(node, deeper);
  const result = returned(node, place.scope);
  if (result !== null) return exportedObject(result.node, { ...deeper, scope: result.scope });
  const value = evaluate(node, deeper);
  return value !== UNREAD && isRecord(value) ? value : null;
}

const DEEPEST = 50;

function boundObject(name: string, place: Place): Config | null {
  const bound = lookUp(name, place.scope);
  return bound === null ? null : exportedObject(bound.node, { ...place, scope: bound.scope });
}

/** `defineConfig({…})`, `withMermaid(defineConfig(…))`, `createConfig()`. */
function calledObject(node: CallExpression, place: Place): Config | null {
  const name = nameOf(node.callee);
  const bound = name === null ? null : lookUp(name, place.scope);
  const own = bound === null ? null : returned(bound.node, bound.scope);
  if (own !== null) return exportedObject(own.node, { ...place, scope: own.scope });
  for (const each of node.arguments) {
    const value = each.type === 'SpreadElement' ? null : exportedObject(each, place);
    if (value !== null) return value;
  }
  return null;
}

/**
 * The calls that an exported function makes on its first parameter, in the order written, without that parameter's name:
 * `eleventyConfig.addPassthroughCopy('img')` is `addPassthroughCopy`. Those inside an `if` or loop are not among them.
 */
export function callsOnParameter(written: AnyNode, place: Place): readonly StaticCall[] {
  const node = bare(written);
  const bound = node.type === 'Identifier' ? lookUp(node.name, place.scope) : { node, scope: place.scope };
  const inside = bound === null ? null : bodyOf(bound.node, bound.scope);
  const [param] = inside?.params ?? [];
  if (inside === null || param?.type !== 'Identifier') return [];
  const statements = inside.body.type === 'BlockStatement' ? inside.body.body : [];
  return statements.flatMap((statement) => {
    const expression = statement.type === 'ExpressionStatement' ? bare(statement.expression) : null;
    if (expression?.type !== 'CallExpression') return [];
    const start = `${param.name}.`;
    if (nameOf(expression.callee)?.startsWith(start) !== true) return [];
    const call = callOf(expression, { ...place, scope: inside.scope });
    return call === null ? [] : [{ ...call, call: call.call.slice(start.length) }];
  });
}
