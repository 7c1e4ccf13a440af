import type { AnyNode, Pattern, Program, Statement, ModuleDeclaration, VariableDeclaration } from 'acorn';

/** The names that a place sees, with what each was bound to. */
export interface Scope {
  readonly names: ReadonlyMap<string, AnyNode>;
  readonly outer: Scope | null;
  /** Names that are assigned to later: what they were bound to says nothing. */
  readonly changed: ReadonlySet<string>;
}

/** What a name was bound to, and the scope in which that stands; null when it is not known. */
export function lookUp(name: string, scope: Scope): { readonly node: AnyNode; readonly scope: Scope } | null {
  if (scope.changed.has(name)) return null;
  for (let at: Scope | null = scope; at !== null; at = at.outer) {
    const node = at.names.get(name);
    if (node !== undefined) return { node, scope: at };
  }
  return null;
}

/** The scope of a module. */
export function moduleScope(program: Program): Scope {
  return { names: namesOf(program.body), outer: null, changed: changedNames(program) };
}

/** The scope inside a function: its parameters hide the names outside. */
export function functionScope(body: readonly Statement[], params: readonly Pattern[], outer: Scope): Scope {
  const own = params.flatMap((param) => (param.type === 'Identifier' ? [[param.name, param] as const] : []));
  return { names: new Map<string, AnyNode>([...own, ...namesOf(body)]), outer, changed: outer.changed };
}

function namesOf(body: readonly (Statement | ModuleDeclaration)[]): ReadonlyMap<string, AnyNode> {
  return new Map(body.flatMap(bindings));
}

function bindings(statement: Statement | ModuleDeclaration): readonly (readonly [string, AnyNode])[] {
  if (statement.type === 'VariableDeclaration') return variables(statement);
  if (statement.type === 'FunctionDeclaration') return [[statement.id.name, statement]];
  if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
  return bindings(statement.declaration);
}

const variables = ({ declarations }: VariableDeclaration): readonly (readonly [string, AnyNode])[] =>
  declarations.flatMap(({ id, init }) => (id.type === 'Identifier' && init ? [[id.name, init] as const] : []));

/** The names on the left of an assignment, anywhere. No recursion: trees may be deep. */
function changedNames(program: Program): ReadonlySet<string> {
  const changed = new Set<string>();
  const left: unknown[] = [program];
  while (left.length > 0) {
    const node = left.pop();
    if (typeof node !== 'object' || node === null) continue;
    const target = assigned(node as AnyNode);
    if (target !== null) changed.add(target);
    for (const child of Object.values(node)) if (typeof child === 'object') left.push(child);
  }
  return changed;
}

const assigned = (node: AnyNode): string | null =>
  node.type === 'AssignmentExpression' && node.left.type === 'Identifier' ? node.left.name : null;
