import { describe, expect, test } from 'vitest';
import { decode, find, sourceFromBytes } from '../packages/codec/src/index.ts';
import { styleNumber, styleValue, type MxFile, type Point } from '../packages/model/src/index.ts';
import { geometry, textWidth, viewOf, type CellView, type Font } from '../packages/svg/src/index.ts';
import { golden, hasShared, type Golden } from './support/shared.ts';

/** How many of a kind are where draw.io has them. */
interface Score {
  readonly all: number;
  readonly right: number;
}

const EMPTY: MxFile = { root: 'mxfile', attributes: [], pages: [] };

function fileIn({ bytes, page }: Golden): { readonly file: MxFile; readonly page: number } {
  const [diagram] = find(sourceFromBytes(bytes).value).value;
  const file = (diagram === undefined ? null : decode(diagram).value) ?? EMPTY;
  return {
    file,
    page: Math.max(
      0,
      file.pages.findIndex(({ name }) => name === page),
    ),
  };
}

function viewIn(each: Golden): ReadonlyMap<string | null, CellView> {
  const { file, page } = fileIn(each);
  const model = file.pages[page]?.model ?? null;
  return new Map((model === null ? [] : viewOf(model)).map((view) => [view.cell.id, view]));
}

/** As the scorer of the data has it: within half a px. */
function vertexScore(each: Golden): Score {
  const view = viewIn(each);
  const drawn = each.drawn.filter(({ vertex }) => vertex === true);
  const right = drawn.filter(({ id, bounds }) => {
    const found = view.get(id);
    const got = found?.kind === 'vertex' ? found.bounds : null;
    return (
      got !== null && (['x', 'y', 'width', 'height'] as const).every((key) => Math.abs(got[key] - bounds[key]) <= 0.5)
    );
  });
  return { all: drawn.length, right: right.length };
}

/** The same line, corner by corner within a px. */
function edgeScore(each: Golden): Score {
  const view = viewIn(each);
  const drawn = each.drawn.filter(({ edge, points }) => edge === true && points !== undefined);
  const right = drawn.filter(({ id, points = [] }) => {
    const found = view.get(id);
    const [wanted, got] = [corners(points), corners(found?.kind === 'edge' ? found.points : [])];
    return (
      wanted.length === got.length &&
      wanted.every(
        (point, i) => Math.abs(point.x - (got[i]?.x ?? NaN)) <= 1 && Math.abs(point.y - (got[i]?.y ?? NaN)) <= 1,
      )
    );
  });
  return { all: drawn.length, right: right.length };
}

/** Whether labels have the lines that Chromium broke them into. */
function labelScore(each: Golden): Score {
  const { file, page } = fileIn(each);
  const got = new Map(geometry(file, { page }).cells.map(({ id, lines = [] }) => [id, lines]));
  const drawn = each.drawn.filter(({ lines = [] }) => lines.length > 0);
  const right = drawn.filter(({ id, lines = [] }) => shownLines(lines) === shownLines(got.get(id) ?? []));
  return { all: drawn.length, right: right.length };
}

const shownLines = (lines: readonly { readonly text: string }[]): string =>
  lines
    .map(({ text }) => text.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/** How wide Chromium set the lines of labels without markup: within half a px. */
function widthScore({ drawn, ...each }: Golden): Score {
  const cells = new Map([...viewIn({ drawn, ...each })].map(([id, { cell }]) => [id, cell]));
  const lines = drawn.flatMap(({ id, lines: own = [] }) => {
    const cell = cells.get(id);
    if (
      cell === undefined ||
      /[<&]/.test(cell.label) ||
      cell.placeholders ||
      styleValue(cell.style, 'horizontal') === '0'
    )
      return [];
    const bits = styleNumber(cell.style, 'fontStyle', 0);
    const font: Font = {
      family: styleValue(cell.style, 'fontFamily') ?? 'Helvetica',
      size: styleNumber(cell.style, 'fontSize', cell.kind === 'edge' ? 11 : 12),
      bold: bits % 2 === 1,
      italic: (bits >> 1) % 2 === 1,
    };
    return own.map(({ text, width }) => Math.abs(textWidth(text.replace(/\s+/g, ' ').trim(), font) - width) <= 0.5);
  });
  return { all: lines.length, right: lines.filter(Boolean).length };
}

/** A line without the points that lie on the straight between their neighbours. */
const corners = (points: readonly Point[]): readonly Point[] =>
  points.reduce<readonly Point[]>((kept, point, i) => {
    const [before, behind] = [kept.at(-1), points[i + 1]];
    if (before === undefined || behind === undefined) return [...kept, point];
    const length = Math.hypot(behind.x - before.x, behind.y - before.y);
    const off =
      length === 0
        ? Math.hypot(point.x - before.x, point.y - before.y)
        : Math.abs((behind.x - before.x) * (before.y - point.y) - (before.x - point.x) * (behind.y - before.y)) /
          length;
    const between =
      (point.x - before.x) * (point.x - behind.x) <= 0.25 && (point.y - before.y) * (point.y - behind.y) <= 0.25;
    return off <= 0.25 && between ? kept : [...kept, point];
  }, []);

const sum = (scores: readonly Score[]): Score =>
  scores.reduce((total, { all, right }) => ({ all: total.all + all, right: total.right + right }), {
    all: 0,
    right: 0,
  });

describe.skipIf(!hasShared)('the view, against the one that draw.io computed (skipped without MXG_SHARED)', () => {
  test.each([
    ['vertices', vertexScore, 0.999],
    ['edges', edgeScore, 0.985],
    ['widths', widthScore, 0.95],
    ['labels', labelScore, 0.97],
  ] as const)('has the %s where draw.io has them', (what, score, least) => {
    const { all, right } = sum(golden().map(score));
    console.log(`${what.padEnd(10)} ${right}/${all} (${((100 * right) / all).toFixed(2)} %)`);
    expect(right / all).toBeGreaterThanOrEqual(least);
  });
});
