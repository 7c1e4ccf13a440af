export { absoluteBounds, cellsById } from './absolute-bounds.ts';
export { attributeValue, type Attribute } from './attribute.ts';
export type { Cell, CellCommon, Edge, EdgeLabel, Layer, PlainCell, RootCell, Vertex } from './cell.ts';
export { hasErrors, type Diagnostic, type Reading, type Severity, type Subject } from './diagnostic.ts';
export type { CellRef, Edit, GeometryEdit, LabelEdit, LinkEdit, PropertyEdit, StyleEdit } from './edit.ts';
export type { Geometry, Point, Rectangle } from './geometry.ts';
export {
  countCells,
  countLinks,
  modelDefaults,
  type Model,
  type ModelSettings,
  type MxFile,
  type Page,
  type PageStorage,
} from './mxfile.ts';
export { globalsOf, placeholderScope, resolvedLabel, type PlaceholderScope } from './placeholders.ts';
export { positions, type Position, type Span } from './span.ts';
export {
  emptyStyle,
  parseStyle,
  styleFlag,
  styleNames,
  styleNumber,
  styleValue,
  withStyle,
  type Style,
  type StyleEntry,
} from './style.ts';
export { applyTextEdits, sortedEdits, trimmedEdit, type TextEdit } from './text-edit.ts';
