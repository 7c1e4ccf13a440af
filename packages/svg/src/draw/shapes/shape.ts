import type { Rectangle } from '@mxg/model';
import type { StyleOf } from '../../view/shape.ts';
import type { Paint } from '../paint.ts';

/** Draws a shape that faces east in its box; gives elements. */
export type Shape = (box: Rectangle, style: StyleOf, paint: Paint) => string;
