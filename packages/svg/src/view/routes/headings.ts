import type { Point, Rectangle } from '@mxg/model';
import { numberOf, type PlacedVertex, type StyleOf } from '../shape.ts';
import type { Heading } from './least-bends.ts';
import type { RouteQuery } from './route.ts';

const NORTH: Heading = { x: 0, y: -1 };
const EAST: Heading = { x: 1, y: 0 };
const SOUTH: Heading = { x: 0, y: 1 };
const WEST: Heading = { x: -1, y: 0 };
/** Clockwise. */
const SIDES: readonly Heading[] = [NORTH, EAST, SOUTH, WEST];

/**
 * Where both ends of an edge set out from the upright boxes around them. A fixed end leaves the side that it lies on; others go towards each other,
 * where the styles allow that. Source: mxGraph.
 */
export function headings(
  { source, target, from, to, style }: RouteQuery,
  a: Rectangle,
  b: Rectangle,
): readonly [Heading, Heading] {
  const [fixedA, fixedB] = [source && from && sideAt(from, a), target && to && sideAt(to, b)];
  const [freeA, freeB] = [allowedAt(source, style, 'source'), allowedAt(target, style, 'target')];
  if (fixedA !== null && fixedB !== null) return [fixedA, fixedB];
  const gaps = {
    left: a.x - (b.x + b.width),
    right: b.x - (a.x + a.width),
    up: a.y - (b.y + b.height),
    down: b.y - (a.y + a.height),
  };
  const [apartX, apartY] = [Math.max(gaps.left, gaps.right) > 0, Math.max(gaps.up, gaps.down) > 0];
  const level = gaps.left >= gaps.right ? WEST : EAST;
  const upright = gaps.up >= gaps.down ? NORTH : SOUTH;
  const levelA = fixedA === null ? orOpposite(level, freeA) : level;
  const uprightA = fixedA === null ? orOpposite(upright, freeA) : upright;
  const levelB = fixedB === null ? orOpposite(back(level), freeB) : back(level);
  const uprightB = fixedB === null ? orOpposite(back(upright), freeB) : back(upright);
  const oneBend = apartX && apartY;
  const levelFirst = oneBend && freeA.includes(levelA) && freeB.includes(uprightB);
  const uprightFirst = oneBend && !levelFirst && freeA.includes(uprightA) && freeB.includes(levelB);
  const besides = apartX && !apartY;
  const ofA = levelFirst || besides ? [levelA, uprightA] : [uprightA, levelA];
  const ofB = uprightFirst || besides ? [levelB, uprightB] : [uprightB, levelB];
  return [fixedA ?? firstOf(ofA, freeA), fixedB ?? firstOf(ofB, freeB)];
}

const back = ({ x, y }: Heading): Heading => SIDES.find((side) => side.x === -x && side.y === -y) ?? NORTH;

const orOpposite = (wanted: Heading, allowed: readonly Heading[]): Heading =>
  allowed.includes(wanted) ? wanted : back(wanted);

const firstOf = (wanted: readonly Heading[], allowed: readonly Heading[]): Heading =>
  wanted.find((each) => allowed.includes(each)) ?? allowed[0] ?? wanted[0] ?? NORTH;

/** px: so near to a side an end counts as on it. */
const ON_SIDE = 1;

function sideAt(point: Point, { x, y, width, height }: Rectangle): Heading | null {
  if (Math.abs(point.y - y) <= ON_SIDE) return NORTH;
  if (Math.abs(point.y - y - height) <= ON_SIDE) return SOUTH;
  if (Math.abs(point.x - x) <= ON_SIDE) return WEST;
  return Math.abs(point.x - x - width) <= ON_SIDE ? EAST : null;
}

const NAMES = ['north', 'east', 'south', 'west'] as const;

/** The sides that an end may leave by its styles: they name one or several, as `eastwest`; those that name none allow all. */
function allowedAt(vertex: PlacedVertex | null, edge: StyleOf, end: 'source' | 'target'): readonly Heading[] {
  const written = vertex === null ? null : (vertex.style('portConstraint') ?? edge(`${end}PortConstraint`));
  if (vertex === null || written === null) return SIDES;
  const follows = vertex.style('portConstraintRotation') === '1';
  const quarters = follows ? Math.round(numberOf(vertex.style, 'rotation', 0) / 90) : 0;
  const named = NAMES.flatMap((name, i) => (written.includes(name) ? [SIDES[(((i + quarters) % 4) + 4) % 4]] : []));
  const sides = named.filter((side) => side !== undefined);
  return sides.length === 0 ? SIDES : sides;
}
