import type { Rectangle } from '@mxg/model';
import { filled, outline, solid, type Part } from '../draw/figure.ts';
import type { Paint } from '../draw/paint.ts';
import { boxPath, ellipsePath, linePath, polygonPath } from '../draw/paths.ts';

/** Places within an event, in shares of its box. */
interface Place {
  readonly at: (x: number, y: number) => readonly [number, number];
  readonly box: (x: number, y: number, width: number, height: number) => Rectangle;
}

const placeIn = ({ x, y, width, height }: Rectangle): Place => ({
  at: (dx, dy) => [x + dx * width, y + dy * height],
  box: (dx, dy, w, h) => ({ x: x + dx * width, y: y + dy * height, width: w * width, height: h * height }),
});

/** A sign: its area, which is full or empty, and lines on it. */
interface Sign {
  readonly area?: string;
  readonly lines?: string;
}

/** The sign of an event; a full one is filled with the colour of its lines. */
export function eventSymbol(name: string, event: Rectangle, paint: Paint, full: boolean): readonly Part[] {
  const place = placeIn(event);
  if (name === 'terminate')
    return [
      solid(ellipsePath(place.box(0.1, 0.1, 0.8, 0.8)), { fill: paint.stroke, strokeWidth: 3 * paint.strokeWidth }),
    ];
  const { area, lines } = SIGNS[name]?.(place) ?? {};
  const over = full ? { stroke: paint.fill ?? '#ffffff' } : {};
  return [
    ...(area === undefined ? [] : [solid(area, full ? { fill: paint.stroke } : {})]),
    ...(lines === undefined ? [] : [outline(lines, over)]),
  ];
}

const SIGNS: Readonly<Record<string, (place: Place) => Sign>> = {
  message: ({ at, box }) => ({
    area: boxPath(box(0.15, 0.3, 0.7, 0.4)),
    lines: linePath(at(0.15, 0.3), at(0.5, 0.5), at(0.85, 0.3)),
  }),
  timer: clock,
  escalation: ({ at }) => ({ area: polygonPath(at(0.5, 0.15), at(0.75, 0.8), at(0.5, 0.58), at(0.25, 0.8)) }),
  conditional: ({ at, box }) => ({
    area: boxPath(box(0.25, 0.2, 0.5, 0.6)),
    lines: [0.3, 0.43, 0.57, 0.7].map((y) => linePath(at(0.3, y), at(0.7, y))).join(' '),
  }),
  link: ({ at }) => ({
    area: polygonPath(
      at(0.27, 0.41),
      at(0.56, 0.41),
      at(0.56, 0.33),
      at(0.73, 0.5),
      at(0.56, 0.67),
      at(0.56, 0.59),
      at(0.27, 0.59),
    ),
  }),
  error: ({ at }) => ({
    area: polygonPath(at(0.22, 0.76), at(0.38, 0.25), at(0.6, 0.55), at(0.78, 0.22), at(0.62, 0.74), at(0.41, 0.47)),
  }),
  cancel: ({ at }) => ({ area: cross(at, 0.36, Math.PI / 4, 0.03) }),
  compensation: ({ at }) => ({
    area: `${polygonPath(at(0.15, 0.5), at(0.45, 0.3), at(0.45, 0.7))} ${polygonPath(at(0.45, 0.5), at(0.75, 0.3), at(0.75, 0.7))}`,
  }),
  signal: ({ at }) => ({ area: polygonPath(at(0.5, 0.17), at(0.83, 0.72), at(0.17, 0.72)) }),
  multiple: ({ at }) => ({
    area: polygonPath(...[0, 1, 2, 3, 4].map((i) => around(at, (i * 2 * Math.PI) / 5 - Math.PI / 2, 0.36))),
  }),
  parallelMultiple: ({ at }) => ({ area: cross(at, 0.33, 0, 0.11) }),
  star: ({ at }) => ({ lines: spokes(at, 0.35, 4) }),
};

const around = (at: Place['at'], angle: number, radius: number): readonly [number, number] =>
  at(0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle));

/** A plus, turned by an angle; its arms reach so far from the middle and are so wide on either side. */
function cross(at: Place['at'], reach: number, turn: number, half = 0.04): string {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const corners = [0, 1, 2, 3].flatMap((quarter): readonly (readonly [number, number])[] => {
    const [c, s] = [Math.cos((quarter * Math.PI) / 2), Math.sin((quarter * Math.PI) / 2)];
    return ARM.map(([x, y]) => {
      const [along, across] = [x === 0 ? half : reach, y * half];
      const [px, py] = [along * c - across * s, along * s + across * c];
      return at(0.5 + px * cos - py * sin, 0.5 + px * sin + py * cos);
    });
  });
  return polygonPath(...corners);
}

/** The corners of one arm: at its root or its end, on one side or the other. */
const ARM = [
  [1, -1],
  [1, 1],
  [0, 1],
] as const;

function spokes(at: Place['at'], radius: number, count: number): string {
  const angles = Array.from({ length: count }, (_, i) => (i * Math.PI) / count);
  return angles.map((angle) => linePath(around(at, angle, radius), around(at, angle + Math.PI, radius))).join(' ');
}

/** A face with a tick every hour, and two hands. */
function clock({ at, box }: Place): Sign {
  const ticks = Array.from({ length: 12 }, (_, i) => {
    const angle = (i * Math.PI) / 6;
    return linePath(around(at, angle, 0.32), around(at, angle, 0.38));
  });
  return {
    area: ellipsePath(box(0.12, 0.12, 0.76, 0.76)),
    lines: [...ticks, linePath(at(0.56, 0.22), at(0.5, 0.5), at(0.7, 0.52))].join(' '),
  };
}

/** The sign of a gateway, thick, in its middle. */
export function gatewaySymbol(type: string, gateway: Rectangle, paint: Paint): readonly Part[] {
  const { at } = placeIn(gateway);
  const full = { fill: paint.stroke };
  if (type === 'exclusive') {
    const bar = (side: number): string =>
      polygonPath(
        at(0.5 - 0.18 * side, 0.27),
        at(0.5 - 0.09 * side, 0.27),
        at(0.5 + 0.18 * side, 0.73),
        at(0.5 + 0.09 * side, 0.73),
      );
    return [filled(bar(1), full), filled(bar(-1), full)];
  }
  if (type === 'parallel') return [filled(cross(at, 0.28, 0, 0.045), full)];
  if (type === 'complex') return [0, Math.PI / 4].map((turn) => filled(cross(at, 0.29, turn, 0.04), full));
  if (type === 'inclusive') {
    const { box } = placeIn(gateway);
    return [outline(ellipsePath(box(0.25, 0.25, 0.5, 0.5)), { strokeWidth: 3 * paint.strokeWidth })];
  }
  return [];
}
