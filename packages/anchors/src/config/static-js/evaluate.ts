import type {
  AnyNode,
  ArrayExpression,
  CallExpression,
  Expression,
  ObjectExpression,
  Property,
  SpreadElement,
} from 'acorn';
import { knownCall } from './known-calls.ts';
import type { Notes } from './notes.ts';
import { lookUp, type Scope } from './scope.ts';
import { calculated } from './operators.ts';
import { returned } from './returned.ts';
import { isRecord, UNREAD, type StaticCall, type StaticName } from './value.ts';

/** Where an expression stands. */
export interface Place {
  readonly scope: Scope;
  /** Keys from the exported object on: `presets[0][1].docs`; empty at the top. */
  readonly path: string;
  readonly depth: number;
  readonly notes: Notes;
}

const DEEPEST = 200;

/** The value of an expression; `UNREAD` when only running tells. What is left out of an object or array is noted. Never throws. */
export function evaluate(written: AnyNode, outside: Place): unknown {
  const place = { ...outside, depth: outside.depth + 1 };
  if (place.depth > DEEPEST || !place.notes.step()) return UNREAD;
  const node = bare(written);
  switch (node.type) {
    case 'Literal':
      return isPlain(node.value) ? node.value : UNREAD;
    case 'ObjectExpression':
      return objectOf(node, place);
    case 'ArrayExpression':
      return arrayOf(node, place);
    case 'Identifier':
      return node.name === 'undefined' ? undefined : named(node.name, place);
    case 'MemberExpression':
      return member(node, place);
    case 'CallExpression':
      return called(node, place);
    default:
      return calculated(node, (part) => evaluate(part, place));
  }
}

const isPlain = (value: unknown): boolean => value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** Wrappers that say nothing of the value: types, `await`, `?.`. Source: the node types of acorn-typescript 1.0. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'ParenthesizedExpression',
  'ChainExpression',
]);

/** The expression inside its wrappers. */
export function bare(node: AnyNode): AnyNode {
  let inner = node;
  for (;;) {
    if (WRAPPERS.has(inner.type)) inner = (inner as unknown as { readonly expression: AnyNode }).expression;
    else if (inner.type === 'AwaitExpression') inner = inner.argument;
    else return inner;
  }
}

function named(name: string, place: Place): unknown {
  const bound = lookUp(name, place.scope);
  if (bound === null || (bound.node.type === 'Identifier' && bound.node.name === name)) return UNREAD;
  return evaluate(bound.node, { ...place, scope: bound.scope });
}

/** Environment variables count as not set, but for the one that a build has. */
const ENVIRONMENT: Readonly<Record<string, string>> = { NODE_ENV: 'production' };

function member(node: AnyNode & { readonly type: 'MemberExpression' }, place: Place): unknown {
  const key = node.computed
    ? evaluate(node.property, place)
    : node.property.type === 'Identifier'
      ? node.property.name
      : UNREAD;
  if (typeof key !== 'string' && typeof key !== 'number') return UNREAD;
  if (nameOf(node.object) === 'process.env') return ENVIRONMENT[key];
  const owner = evaluate(node.object, place);
  if (!isRecord(owner) && !Array.isArray(owner)) return UNREAD;
  return Object.hasOwn(owner, key) ? (owner as Readonly<Record<string, unknown>>)[key] : UNREAD;
}

/** A function of the file itself can be looked into; of any other the result is known only when its name tells. */
function called(node: CallExpression, place: Place): unknown {
  const name = nameOf(node.callee);
  const bound = name === null ? null : lookUp(name, place.scope);
  if (bound === null) return knownCall({ node, name, value: (part) => evaluate(part, place) });
  const result = returned(bound.node, bound.scope);
  return result === null ? UNREAD : evaluate(result.node, { ...place, scope: result.scope });
}

/** A name of more parts stands for nothing that is known here. */
const MOST_PARTS = 10;

/** `a.b.c` of a callee or object; null when it is written in another way, or very long. */
export function nameOf(written: AnyNode): string | null {
  const parts: string[] = [];
  let node = bare(written);
  while (node.type === 'MemberExpression' && !node.computed && node.property.type === 'Identifier') {
    if (parts.length === MOST_PARTS) return null;
    parts.unshift(node.property.name);
    node = bare(node.object);
  }
  return node.type === 'Identifier' ? [node.name, ...parts].join('.') : null;
}

function objectOf({ properties }: ObjectExpression, place: Place): unknown {
  const entries = new Map(
    properties.flatMap((each) =>
      each.type === 'SpreadElement' ? spreadInObject(each, place) : propertyOf(each, place),
    ),
  );
  return Object.fromEntries([...entries].filter(([, value]) => value !== UNREAD && value !== undefined));
}

function spreadInObject(spread: SpreadElement, place: Place): readonly (readonly [string, unknown])[] {
  const value = evaluate(spread.argument, place);
  if (isRecord(value)) return Object.entries(value);
  if (value === UNREAD) place.notes.unread(`${place.path}...`, spread);
  return [];
}

/** What cannot be read also hides what a spread before it brought. */
function propertyOf(property: Property, place: Place): readonly (readonly [string, unknown])[] {
  const key = keyOf(property, place);
  const path = `${place.path}${place.path === '' ? '' : '.'}${key ?? '[…]'}`;
  const value = key === null || property.kind !== 'init' ? UNREAD : evaluate(property.value, { ...place, path });
  if (value === UNREAD) place.notes.unread(path, property);
  return key === null ? [] : [[key, value]];
}

function keyOf({ key, computed }: Property, place: Place): string | null {
  if (!computed && key.type === 'Identifier') return key.name;
  const value = evaluate(key, place);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** What cannot be read is null, so that what follows keeps its place. */
function arrayOf({ elements }: ArrayExpression, place: Place): unknown {
  return elements.flatMap((element, index) => {
    const inside = { ...place, path: `${place.path}[${index}]` };
    if (element === null) return [null];
    if (element.type === 'SpreadElement') return spreadInArray(element, inside);
    return [listed(element, inside)];
  });
}

function spreadInArray(spread: SpreadElement, place: Place): readonly unknown[] {
  const value = evaluate(spread.argument, place);
  if (Array.isArray(value)) return value;
  if (value === UNREAD) place.notes.unread(place.path, spread);
  return [];
}

/** Lists hold plugins, which calls make or imports bring: those are kept as calls and names. */
function listed(element: Expression, place: Place): unknown {
  const value = evaluate(element, place);
  if (value !== UNREAD) return value ?? null;
  const node = bare(element);
  const kept = node.type === 'CallExpression' ? callOf(node, place) : nameAs(node);
  if (kept === null && !FUNCTIONS.has(node.type)) place.notes.unread(place.path, element);
  return kept;
}

/** What a list or call is handed as code is no setting that someone would miss. */
const FUNCTIONS: ReadonlySet<string> = new Set(['FunctionExpression', 'ArrowFunctionExpression']);

function nameAs(node: AnyNode): StaticName | null {
  const name = nameOf(node);
  return name === null ? null : { name };
}

/** A call as a value, its arguments read as far as they can be; null when what it calls has no name. */
function callOf(node: CallExpression, place: Place): StaticCall | null {
  const call = nameOf(node.callee);
  return call === null ? null : { call, arguments: argumentsOf(node, call, place) };
}

/** The arguments of a call, null for each that cannot be read. */
export function argumentsOf({ arguments: written }: CallExpression, call: string, place: Place): readonly unknown[] {
  const start = `${place.path}${place.path === '' ? '' : '.'}${call}`;
  const inside = (index: number): Place => ({ ...place, path: `${start}(${index})`, depth: place.depth + 1 });
  return written.map((each, index) => (each.type === 'SpreadElement' ? null : listed(each, inside(index))));
}
