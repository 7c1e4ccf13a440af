import { attributeValue } from '@mxg/model';
import { compressedFlag } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const modelCompressedFlag: Rule = {
  id: 'model/compressed-flag',
  wants: '`compressed` says how the pages are stored',
  severity: 'info',
  preset: 'strict',
  diagram: ({ file }) => {
    const says = file === null ? null : attributeValue(file.attributes, 'compressed');
    const storages = new Set(file?.pages.map(({ storage }) => storage));
    if (says === 'false' && storages.has('text')) return [compressedFlag(says, 'compressed')];
    if (says === 'true' && storages.has('elements')) return [compressedFlag(says, 'plain XML')];
    return [];
  },
};
