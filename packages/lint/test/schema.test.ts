import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { rules } from '../src/rules/registry.ts';
import { SUPPRESSION_RULES } from '../src/suppression-rules.ts';
import schema from '../schema/mxg-config.schema.json' with { type: 'json' };

const isValid = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

describe('the JSON Schema of the configuration', () => {
  test('knows every rule, and what it wants', () => {
    const properties = schema.definitions.rules.properties as Readonly<
      Record<string, { readonly description?: string }>
    >;
    const known = Object.entries(properties).flatMap(([id, { description }]) =>
      id.endsWith('/*') ? [] : [[id, description]],
    );
    expect(known).toEqual([...rules, ...SUPPRESSION_RULES].map(({ id, wants }) => [id, `Wants: ${wants}.`]));
  });

  test.each([
    {},
    { extends: 'strict' },
    { $schema: 'x', extends: ['recommended', './base.json'], rules: { 'link/*': 'off', 'link/page-exists': 'info' } },
    {
      overrides: [{ files: 'a/**', rules: { 'a11y/contrast': 'warning' } }],
      ignore: ['b'],
      site: { generator: 'jekyll' },
    },
    { rule: {} },
    { rules: { 'link/page-exist': 'off' } },
    { rules: { 'link/page-exists': 'fatal' } },
    { overrides: [{ files: 'a/**' }] },
    { ignore: 'a' },
    { extends: 1 },
    { site: { generator: 1 } },
    { site: { generatr: 'jekyll' } },
    { site: { repository: 'github.com/owner/name' } },
    [],
  ])('agrees with the reader on %j', (config) => {
    expect(isValid(config)).toBe(readConfig(config).diagnostics.length === 0);
  });
});
