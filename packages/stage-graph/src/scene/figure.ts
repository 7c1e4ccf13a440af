import type { Rectangle, Vertex } from '@mxg/model';
import type { HtmlText } from '../label/html-text.ts';
import type { Form } from './form.ts';

/** A vertex as it is drawn. */
export interface Figure {
  readonly cell: Vertex;
  /** Of the cell, or `#` and its index. */
  readonly id: string;
  readonly form: Form;
  /** px, y down, in the page's frame: the upright box around the shape, turned as it is. */
  readonly bounds: Rectangle;
  /** Where its own text stands, px, in the page's frame; an estimate. Null without a text. */
  readonly ink: Rectangle | null;
  readonly label: HtmlText;
  /** Whether the label says something: a letter or a digit. */
  readonly labelled: boolean;
  /** px. */
  readonly fontSize: number;
  readonly hidden: boolean;
}
