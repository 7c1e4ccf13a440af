import { expect, test } from 'vitest';
import { mxFileSchema, schemaIsTheType } from '../schema/mxfile.ts';

test('the shipped JSON Schema is the one of the types', async () => {
  expect(schemaIsTheType).toEqual([true, true]);
  await expect(`${JSON.stringify(mxFileSchema(), null, 2)}\n`).toMatchFileSnapshot('../schema/mxfile.schema.json');
});
