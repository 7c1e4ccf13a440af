export { extract } from './extract.ts';
export { dot } from './format/dot.ts';
export { explain, type Explanation } from './format/explain.ts';
export { mermaid } from './format/mermaid.ts';
export { outline } from './format/outline.ts';
export { cellLabels } from './label/cell-labels.ts';
export { readAction, type Action } from './links/href.ts';
export type {
  Container,
  Decoration,
  DecorationRole,
  Drawn,
  Evidence,
  Flow,
  FlowEnd,
  Link,
  LinkKind,
  Mark,
  MarkKind,
  Milestone,
  Note,
  PageName,
  Stage,
  StageGraph,
} from './stage-graph.ts';
