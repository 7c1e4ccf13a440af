export { viewOf, type CellView } from './view/view.ts';
