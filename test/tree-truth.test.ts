import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../packages/cli/src/main.ts';
import { hasShared, sharedPath, treeTruths, type TreeTruth } from './support/shared.ts';

/** A row of `mxg links --format json`. */
interface Row {
  readonly path: string;
  readonly diagram: number;
  readonly page: number;
  readonly link: { readonly cell: string; readonly href: string };
  readonly status: string;
  readonly reason: string;
}

const folder = mkdtempSync(join(tmpdir(), 'mxg-trees-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const checkedOut = new Map<string, string>();

function checkOut(truth: TreeTruth): string {
  const root = checkedOut.get(truth.tree) ?? madeTree(truth);
  checkedOut.set(truth.tree, root);
  return root;
}

/** The repository as it was: files that are not kept are empty, and Git's settings name it on the web. */
function madeTree({ tree, repo, site, paths }: TreeTruth): string {
  const root = join(folder, tree);
  cpSync(sharedPath(`trees/${tree}`), root, { recursive: true });
  for (const path of paths) {
    if (existsSync(join(root, path))) continue;
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }
  mkdirSync(join(root, '.git'));
  // a repository that was renamed has the new name in the URL of its site
  const [owner = ''] = repo.split('/');
  const renamed = new URL(site).hostname === `${owner}.github.io` ? (new URL(site).pathname.split('/')[1] ?? '') : '';
  const urls = [repo, ...(renamed === '' ? [] : [`${owner}/${renamed}`])].map(
    (name) => `\turl = https://github.com/${name}.git\n`,
  );
  writeFileSync(join(root, '.git', 'config'), `[remote "origin"]\n${urls.join('')}`);
  return root;
}

const key = (file: string, ...rest: readonly (string | number)[]): string => [file, ...rest].join(' ');

/** A problem of `mxg lint --format json`. */
interface Problem {
  readonly path: string;
  readonly diagram: number;
  readonly page: number;
  readonly cell: string;
  readonly href: string | null;
  readonly rule: string;
  readonly severity: string;
}

async function outputOf(root: string, args: readonly string[]): Promise<string> {
  let output = '';
  await run(args, {
    readInput: async () => new Uint8Array(),
    print: (text) => (output += text),
    say: () => {},
    colour: false,
    interactive: false,
    env: {},
    cwd: root,
  });
  return output;
}

async function linksOf(root: string): Promise<readonly Row[]> {
  return (JSON.parse(await outputOf(root, ['links', '.', '--format', 'json'])) as { links: Row[] }).links;
}

/** Of links, and no mere advice. */
async function linkErrorsOf(root: string): Promise<readonly Problem[]> {
  const output = await outputOf(root, ['lint', '.', '--no-config', '--format', 'json']);
  const { problems } = JSON.parse(output) as { problems: Problem[] };
  return problems.filter(({ rule, severity }) => rule.startsWith('link/') && severity === 'error');
}

/** Verdicts of links that do not work. */
const BROKEN = new Set(['broken-page', 'broken-anchor', 'not-a-link']);

describe.skipIf(!hasShared)(
  'links of diagrams in documentation trees, checked by hand (skipped without MXG_SHARED)',
  () => {
    for (const truth of hasShared ? treeTruths() : []) {
      test(`${truth.tree} has the broken links that people found, and no others`, async () => {
        const rows = await linksOf(checkOut(truth));
        const said = new Map(
          rows.map((row) => [key(row.path, row.diagram - 1, row.page, row.link.cell, row.link.href), row]),
        );
        const judged = truth.links.map((link) => {
          const row = said.get(key(link.file, link.model, link.page, link.cellId, link.href));
          return { ...link, status: row?.status ?? 'not listed', reason: row?.reason ?? '' };
        });
        const right = judged.filter(({ verdict, status }) => verdict === status);
        const wrong = judged.filter(({ verdict, status }) => verdict !== status);
        console.log(`${truth.tree.padEnd(28)} ${right.length}/${judged.length}`);
        for (const each of wrong)
          console.log(
            `  ${each.certainty} ${each.file} ${each.href}: ${each.verdict}, we say ${each.status} ${each.reason} (${each.why})`,
          );
        expect(wrong.filter(({ certainty }) => certainty === 'hard')).toEqual([]);
      });

      test(`${truth.tree}: lint reports every broken link, and no good one`, async () => {
        const problems = await linkErrorsOf(checkOut(truth));
        const said = new Set(
          problems.map(({ path, diagram, page, cell, href }) => key(path, diagram - 1, page, cell, href ?? '')),
        );
        const links = truth.links.filter(({ certainty }) => certainty === 'hard');
        const at = (link: (typeof links)[number]) => key(link.file, link.model, link.page, link.cellId, link.href);
        const broken = links.filter(({ verdict }) => BROKEN.has(verdict));
        const missed = broken.filter((link) => !said.has(at(link)));
        const wrong = links.filter((link) => !BROKEN.has(link.verdict) && said.has(at(link)));
        const right = broken.length - missed.length;
        console.log(
          `${truth.tree.padEnd(28)} recall ${right}/${broken.length}  precision ${right}/${right + wrong.length}`,
        );
        expect(missed).toEqual([]);
        expect(wrong).toEqual([]);
      });
    }
  },
);
