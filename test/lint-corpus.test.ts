import { describe, expect, test } from 'vitest';
import { sourceFromBytes } from '../packages/codec/src/index.ts';
import { lint, resolveConfig } from '../packages/lint/src/index.ts';
import { corpus, corpusBytes, golden, hasShared } from './support/shared.ts';

const settings = resolveConfig({ extends: 'all' }).settingsFor('a');
const problemsIn = (bytes: Uint8Array) => lint(sourceFromBytes(bytes), { settings, site: null }).problems;

describe.skipIf(!hasShared)('lint on public diagrams (skipped without MXG_SHARED)', () => {
  test('calls no model broken that draw.io drew', () => {
    const broken = golden().flatMap(({ name, bytes }) =>
      problemsIn(bytes)
        .filter(({ rule, severity }) => severity === 'error' && !rule.startsWith('link/'))
        .map(({ rule, message }) => `${name} ${rule}: ${message}`),
    );
    expect(broken).toEqual([]);
  });

  test('reads them all, and says where each problem stands', () => {
    const counts = new Map<string, number>();
    for (const entry of corpus())
      for (const { rule, severity, span, diagram } of problemsIn(corpusBytes(entry))) {
        counts.set(`${severity} ${rule}`, (counts.get(`${severity} ${rule}`) ?? 0) + 1);
        expect([span === null, diagram === null]).toEqual([false, false]);
      }
    console.log(
      [...counts]
        .sort()
        .map(([what, count]) => `${String(count).padStart(6)} ${what}`)
        .join('\n'),
    );
    expect(counts.size).toBeGreaterThan(10);
  });

  test('never throws, whatever is cut off or changed', () => {
    const random = randomness();
    for (const entry of corpus().filter((_, i) => i % 4 === 0)) {
      const bytes = corpusBytes(entry);
      const cut = bytes.slice(0, Math.floor(random() * bytes.length));
      const changed = Uint8Array.from(bytes);
      for (let i = 0; i < 20; i++) changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
      for (const each of [cut, changed]) expect(Array.isArray(problemsIn(each))).toBe(true);
    }
  });
});

/** Seeded: the same on every machine. */
function randomness(): () => number {
  let state = 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
