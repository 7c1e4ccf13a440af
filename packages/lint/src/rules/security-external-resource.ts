import { styleValue } from '@mxg/model';
import { onCell } from '../at-cell.ts';
import { labelTags } from '../label-tags.ts';
import { externalResource } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const securityExternalResource: Rule = {
  id: 'security/external-resource',
  wants: 'pictures are part of the diagram',
  severity: 'info',
  preset: 'strict',
  page: (view) =>
    view.model.cells.flatMap((cell) => {
      const image = styleValue(cell.style, 'image');
      const pictures = labelTags(cell).flatMap(({ name, attributes }) =>
        name === 'img' ? attributes.filter((each) => each.name === 'src').map(({ value }) => value) : [],
      );
      const inStyle =
        image !== null && isRemote(image) ? [{ ...externalResource(image), ...onCell(view, cell, 'style') }] : [];
      return [
        ...inStyle,
        ...pictures.filter(isRemote).map((url) => ({ ...externalResource(url), ...onCell(view, cell, 'label') })),
      ];
    }),
};

const isRemote = (url: string): boolean => /^\s*(?:https?:)?\/\//i.test(url);
