export { lineReach, textWidth, type Font } from './text/measure.ts';
export { viewOf, type CellView } from './view/view.ts';
