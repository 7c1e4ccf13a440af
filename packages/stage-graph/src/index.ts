export { extract } from './extract.ts';
export { rules } from './rules.ts';
export type * from './stage-graph.ts';
