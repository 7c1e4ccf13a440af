import { styleNames, styleValue, type Cell } from '@mxg/model';
import { onCell } from '../at-cell.ts';
import { labelTags } from '../label-tags.ts';
import { imageAlt } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const a11yImageAlt: Rule = {
  id: 'a11y/image-alt',
  wants: 'pictures have a text for those who do not see them',
  severity: 'info',
  preset: 'strict',
  page: (view) =>
    view.model.cells
      .filter((cell) => (isImage(cell) && view.labelOf(cell) === '' && !cell.tooltip) || hasBareImage(cell))
      .map((cell) => ({ ...imageAlt(), ...onCell(view, cell) })),
};

const isImage = ({ style }: Cell): boolean =>
  styleValue(style, 'shape') === 'image' || styleNames(style).includes('image');

const hasBareImage = (cell: Cell): boolean =>
  labelTags(cell).some(
    ({ name, attributes }) => name === 'img' && !attributes.some((each) => each.name === 'alt' && each.value !== ''),
  );
