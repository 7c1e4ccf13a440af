import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { decode, find, sourceFromBytes } from '@mxg/codec';
import { geometry, render } from '@mxg/svg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { golden, hasShared, sharedPath, stencils } from './support/shared.ts';

/**
 * Least figures of all pictures of the golden set, drawn by the same browser as draw.io's: structural similarity (1 is the same)
 * of the median and of the tenth percentile, and the share that has the same size. A little below what was measured.
 */
const LEAST = { median: 0.999, p10: 0.93, sameSize: 0.945 };

const root = fileURLToPath(new URL('..', import.meta.url));
const browser = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const canScore = hasShared && existsSync(browser);
if (hasShared && !canScore) console.warn(`no Chromium at ${browser} (CHROMIUM_PATH): pictures are not compared`);

interface Row {
  readonly name: string;
  readonly ssim: number;
  readonly sameSize: boolean;
  readonly error?: string;
}

describe.skipIf(!canScore)('pictures, against those that draw.io drew (skipped without MXG_SHARED or Chromium)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mxg-score-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Draws a group of the golden set, and has it scored. */
  async function scored(group: string): Promise<readonly Row[]> {
    const out = join(folder, group);
    mkdirSync(out);
    for (const { name, bytes, page } of golden(group)) {
      const [diagram] = find(sourceFromBytes(bytes).value).value;
      const file = diagram === undefined ? null : decode(diagram).value;
      if (file === null) continue;
      const index = Math.max(
        0,
        file.pages.findIndex((each) => each.name === page),
      );
      const options = { page: index, stencils: stencils() };
      writeFileSync(join(out, name.replace('.xml', '.svg')), render(file, options).value);
      writeFileSync(join(out, name.replace('.xml', '.json')), JSON.stringify(geometry(file, options)));
    }
    const json = join(folder, `${group}.json`);
    const scorer = sharedPath('tools/score-svg.mjs');
    await promisify(execFile)('node', [scorer, sharedPath(`golden/${group}`), out, '--json', json], {
      cwd: root,
      maxBuffer: 1e8,
    });
    return (JSON.parse(readFileSync(json, 'utf8')) as { readonly rows: readonly Row[] }).rows;
  }

  test('look like them', { timeout: 900_000 }, async () => {
    const rows = [...(await scored('corpus')), ...(await scored('templates'))];
    const ssims = rows.map(({ ssim }) => ssim).toSorted((a, b) => a - b);
    const at = (share: number): number => ssims[Math.floor(share * ssims.length)] ?? 0;
    const figures = {
      median: at(0.5),
      p10: at(0.1),
      sameSize: rows.filter(({ sameSize }) => sameSize).length / rows.length,
    };
    const worst = rows.toSorted((a, b) => a.ssim - b.ssim).slice(0, 10);
    console.log(
      `${rows.length} pictures`,
      figures,
      worst.map(({ name, ssim }) => `${name} ${ssim.toFixed(3)}`).join(', '),
    );
    expect(rows.filter(({ error }) => error?.includes('well-formed') === true)).toEqual([]);
    expect(figures.median).toBeGreaterThanOrEqual(LEAST.median);
    expect(figures.p10).toBeGreaterThanOrEqual(LEAST.p10);
    expect(figures.sameSize).toBeGreaterThanOrEqual(LEAST.sameSize);
  });
});
