import { expect, test } from 'vitest';
import { schemaIsTheType, stageGraphSchema } from '../schema/stage-graph.ts';

test('the shipped JSON Schema is the one of the types', async () => {
  expect(schemaIsTheType).toBe(true);
  const schema = `${JSON.stringify(stageGraphSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../schema/stage-graph.schema.json');
});
