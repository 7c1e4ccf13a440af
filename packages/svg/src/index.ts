export { labelFont, labelLines } from './label/label.ts';
export type { Paragraph, Run } from './label/runs.ts';
export type { Line } from './label/wrap.ts';
export { lineReach, textWidth, type Font } from './text/measure.ts';
export { viewOf, type CellView } from './view/view.ts';
export { render, type RenderOptions } from './render.ts';
export type { Theme } from './output/theme.ts';
export { geometry, type CellGeometry, type LineGeometry, type PageGeometry } from './geometry.ts';
