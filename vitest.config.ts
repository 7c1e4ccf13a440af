import { defineConfig } from 'vitest/config';

/** One run for all packages, from source: no build is needed but for the tests that start the command itself. */
export default defineConfig({
  resolve: { conditions: ['@mxg/source'] },
  ssr: { resolve: { conditions: ['@mxg/source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: 120_000,
    reporters: ['default', './test/support/tally.ts'],
  },
});
