import type { AnyNode, CallExpression, Program } from 'acorn';
import type { Config } from '../config.ts';
import { argumentsOf, bare, evaluate, nameOf, type Place } from './evaluate.ts';
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
  return recordOf(evaluate(node, deeper));
}

const recordOf = (value: unknown): Config | null => (value !== UNREAD && isRecord(value) ? value : null);

/** Whether what is exported is a function that returns nothing, as Eleventy's may be: then there is nothing to read. */
export function returnsNothing(written: AnyNode, { scope }: Place): boolean {
  const node = bare(written);
  const bound = node.type === 'Identifier' ? lookUp(node.name, scope) : { node, scope };
  if (bound === null) return false;
  const body = bodyOf(bound.node, bound.scope)?.body;
  return body?.type === 'BlockStatement' && returned(bound.node, bound.scope) === null;
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
  if (name === 'Object.assign') return recordOf(evaluate(node, place));
  for (const each of node.arguments) {
    const value = each.type === 'SpreadElement' ? null : exportedObject(each, place);
    if (value !== null) return value;
  }
  return null;
}

/**
 * The calls that an exported function makes on its first parameter, in the order written, without that parameter's name:
 * `eleventyConfig.addPassthroughCopy('img')` is `addPassthroughCopy`. Those inside an `if` or loop are not among them. Most are
 * handed functions: what cannot be read of their arguments is not said.
 */
export function callsOnParameter(written: AnyNode, place: Place): readonly StaticCall[] {
  const node = bare(written);
  const bound = node.type === 'Identifier' ? lookUp(node.name, place.scope) : { node, scope: place.scope };
  const inside = bound === null ? null : bodyOf(bound.node, bound.scope);
  const [param] = inside?.params ?? [];
  if (inside?.body.type !== 'BlockStatement' || param?.type !== 'Identifier') return [];
  const silent = { ...place, scope: inside.scope, notes: { ...place.notes, unread: () => undefined } };
  return inside.body.body.flatMap((statement) =>
    statement.type === 'ExpressionStatement'
      ? chainOn(`${param.name}.`, bare(statement.expression)).map(({ name, node: call }) => ({
          call: name,
          arguments: argumentsOf(call, name, silent),
        }))
      : [],
  );
}

interface NamedCall {
  readonly name: string;
  readonly node: CallExpression;
}

/** `x.a(1).b(2)` as its calls `a(1)` and `b(2)`; none when it does not begin with `start`. */
function chainOn(start: string, expression: AnyNode): readonly NamedCall[] {
  const calls: NamedCall[] = [];
  for (let node = expression; node.type === 'CallExpression';) {
    const name = nameOf(node.callee);
    if (name !== null)
      return name.startsWith(start) ? [...calls, { name: name.slice(start.length), node }].reverse() : [];
    const callee = bare(node.callee);
    if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier') return [];
    calls.push({ name: callee.property.name, node });
    node = bare(callee.object);
  }
  return [];
}
