import { absoluteBounds, emptyStyle, type Cell, type Geometry } from '@mxg/model';
import { describe, expect, test } from 'vitest';

const geometry = (x: number, y: number, width: number, height: number, more: Partial<Geometry> = {}): Geometry => ({
  x,
  y,
  width,
  height,
  relative: false,
  points: [],
  sourcePoint: null,
  targetPoint: null,
  offset: null,
  alternateBounds: null,
  ...more,
});

function cell(index: number, kind: 'vertex' | 'layer' | 'edge', parent: string | null, place: Geometry | null): Cell {
  const common = {
    index,
    id: String(index),
    parent,
    label: '',
    link: null,
    tooltip: null,
    tags: [],
    placeholders: false,
  };
  const rest = { style: emptyStyle, visible: true, collapsed: false, connectable: true, properties: [], wrapper: null };
  const all = { ...common, ...rest, geometry: place, unknownAttributes: [], unknownElements: [] };
  return kind === 'edge' ? { ...all, kind, source: null, target: null } : { ...all, kind };
}

const corner = (cells: readonly Cell[], index: number) => absoluteBounds(cells)[index];

describe('absolute bounds', () => {
  test("add up the corners of all parents, a layer's too", () => {
    const cells = [
      cell(0, 'layer', null, geometry(5, 5, 0, 0)),
      cell(1, 'vertex', '0', geometry(100, 50, 200, 100)),
      cell(2, 'vertex', '1', geometry(10, 20, 30, 40)),
    ];
    expect(corner(cells, 2)).toEqual({ x: 115, y: 75, width: 30, height: 40 });
  });

  test("a relative child stands at a fraction of its parent's size, moved by its offset", () => {
    const child = geometry(1, 0.5, 20, 20, { relative: true, offset: { x: -10, y: -10 } });
    const cells = [cell(0, 'vertex', null, geometry(100, 100, 80, 60)), cell(1, 'vertex', '0', child)];
    expect(corner(cells, 1)).toEqual({ x: 170, y: 120, width: 20, height: 20 });
  });

  test('what stands on an edge, and what has no geometry, has none', () => {
    const cells = [cell(0, 'edge', null, geometry(0, 0, 0, 0)), cell(1, 'vertex', '0', geometry(0, 0, 9, 9))];
    expect(absoluteBounds([...cells, cell(2, 'vertex', null, null)])).toEqual([null, null, null]);
  });

  test('a parent that is missing or its own ancestor counts as the page', () => {
    const cells = [
      cell(0, 'vertex', 'gone', geometry(7, 7, 1, 1)),
      cell(1, 'vertex', '2', geometry(1, 1, 5, 5)),
      cell(2, 'vertex', '1', geometry(2, 2, 5, 5)),
    ];
    expect(corner(cells, 0)).toEqual({ x: 7, y: 7, width: 1, height: 1 });
    expect(absoluteBounds(cells).every((bounds) => Number.isFinite(bounds?.x))).toBe(true);
  });

  test('a hundred thousand levels cost no stack', () => {
    const cells = Array.from({ length: 100_000 }, (_, i) =>
      cell(i, 'vertex', i === 99_999 ? null : String(i + 1), geometry(1, 0, 1, 1)),
    );
    expect(corner(cells, 0)?.x).toBe(100_000);
  });
});
