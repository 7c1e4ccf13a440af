import type { Diagnostic, Reading } from '@mxg/model';
import type { Program } from 'acorn';
import type { Config } from './config.ts';
import type { Place } from './static-js/evaluate.ts';
import { callsOnParameter, exportedObject, exportOf, returnsNothing } from './static-js/exported.ts';
import { notesOn } from './static-js/notes.ts';
import { parseScript } from './static-js/parse.ts';
import { moduleScope } from './static-js/scope.ts';

export { isCall, isRecord, type StaticCall, type StaticName } from './static-js/value.ts';

/**
 * Reads the object that a JavaScript or TypeScript configuration file exports, without running any of it: literals, names
 * bound to them, spreads, templates, `+`, `??` and the like, functions that return an object, and calls around one
 * (`defineConfig({…})`). Environment variables count as not set.
 *
 * In a list, a call is `{ call: 'starlight', arguments: [{…}] }`, an imported name `{ name: 'remarkMath' }` and a function null; any
 * other value that cannot be read is left out, in a list null, and said in a diagnostic. An exported constant `config` is below the
 * rest (Eleventy). When the export is a function that calls methods of its parameter, those calls are under the key `calls`.
 *
 * Never throws: what is no script at all gives `{}` and an `error`.
 */
export function readStaticJs(text: string): Reading<Config> {
  const parsed = parseScript(text);
  return 'program' in parsed ? readProgram(parsed.program, text) : { value: {}, diagnostics: [unparsable(parsed.why)] };
}

function readProgram(program: Program, text: string): Reading<Config> {
  const notes = notesOn(text);
  const place: Place = { scope: moduleScope(program), path: '', depth: 0, notes };
  const exported = exportOf(program);
  const value = exported === null ? null : exportedObject(exported, place);
  const calls = exported === null ? [] : callsOnParameter(exported, place);
  const constant = exportedConstant(program, place);
  const nothing = exported !== null && returnsNothing(exported, place);
  const missing = value === null && constant === null && calls.length === 0 && !nothing;
  return {
    value: { ...constant, ...value, ...(calls.length > 0 && { calls }) },
    diagnostics: [...notes.diagnostics(), ...(missing ? [noObject] : [])],
  };
}

function exportedConstant({ body }: Program, place: Place): Config | null {
  const found = body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
      ? statement.declaration.declarations.filter(({ id }) => id.type === 'Identifier' && id.name === 'config')
      : [],
  );
  const init = found[0]?.init;
  return init ? exportedObject(init, place) : null;
}

const unparsable = (why: string): Diagnostic => ({
  code: 'config/unparsable',
  severity: 'error',
  message: `cannot read the configuration: ${why}`,
  span: null,
  exact: false,
});

const noObject: Diagnostic = {
  code: 'config/no-object',
  severity: 'warning',
  message: 'cannot read the configuration without running it: it exports no object that is written out',
  hint: 'the defaults of its generator are taken',
  span: null,
  exact: false,
};
