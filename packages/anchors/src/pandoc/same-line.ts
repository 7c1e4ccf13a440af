import type { StateBlock } from 'markdown-it';

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

const KEY = 'mxgDriven';

/**
 * A rule that may read but the beginning of a line, having made the line begin behind that: the rest of it is read as blocks at once, for
 * the parser wants rules to go on to another line.
 */
export const driven =
  (rule: BlockRule): BlockRule =>
  (state, line, endLine, silent) => {
    if (!rule(state, line, endLine, silent)) return false;
    if (!silent && state.line === line) drive(state, line, endLine);
    return true;
  };

function drive(state: StateBlock, line: number, endLine: number): void {
  const env = state.env as Record<string, unknown>;
  const place = `${line}:${state.level}`;
  if (env[KEY] === place) return;
  const outer = env[KEY];
  env[KEY] = place;
  const rules = state.md.block.ruler.getRules('');
  while (state.line === line && rules.some((each) => each(state, line, endLine, false)));
  env[KEY] = outer;
}
