import type { Rectangle } from '@mxg/model';
import { path } from '../draw/element.ts';
import { outline, solid, type Frame, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath } from '../draw/paths.ts';
import { circlePath } from './drawing.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';

type Pair = readonly [number, number];

/** px: of an element's sign, from the sides it stands at, of a box's depth, and of cut or round corners. */
const [SIGN, MARGIN, DEPTH, CORNER] = [15, 5, 10, 10];

/** A sign in shares of its box; its lower layer is filled like the element. */
type Sign = (at: (x: number, y: number) => Pair, box: Rectangle) => readonly Part[];

const shape =
  (...points: readonly Pair[]): Sign =>
  (at) => [solid(polygonPath(...points.map(([x, y]) => at(x, y))))];

const circles =
  (...all: readonly (readonly [number, number, number])[]): Sign =>
  (at, { width }) =>
    all.map(([x, y, r]) => solid(circlePath(...at(x, y), r * width)));

const strokes =
  (...segments: readonly (readonly Pair[])[]): Sign =>
  (at) => [outline(segments.map((points) => linePath(...points.map(([x, y]) => at(x, y)))).join(' '))];

const joined =
  (...signs: readonly Sign[]): Sign =>
  (at, box) =>
    signs.flatMap((sign) => sign(at, box));

const rounded =
  (x: number, y: number, w: number, h: number): Sign =>
  (at, { width, height }) => {
    const [left, top] = at(x, y);
    return [solid(boxPath({ x: left, y: top, width: w * width, height: h * height }, (h * height) / 2))];
  };

const squared =
  (x: number, y: number, w: number, h: number): Sign =>
  (at, { width, height }) => {
    const [left, top] = at(x, y);
    return [solid(boxPath({ x: left, y: top, width: w * width, height: h * height }))];
  };

const cube = joined(
  shape([0, 0.25], [0.25, 0], [1, 0], [1, 0.75], [0.75, 1], [0, 1]),
  strokes(
    [
      [0, 0.25],
      [0.75, 0.25],
      [0.75, 1],
    ],
    [
      [0.75, 0.25],
      [1, 0],
    ],
  ),
);
const collaboration = circles([0.3, 0.5, 0.3], [0.7, 0.5, 0.3]);
const event: Sign = (at) => {
  const [right, bottom] = [at(0.7, 0.2), at(0.7, 0.8)];
  const radius = (bottom[1] - right[1]) / 2;
  return [
    solid(
      path(
        ['M', ...at(0, 0.2), 'L', ...right, 'A', radius, radius, 0, 0, 1, ...bottom],
        ['L', ...at(0, 0.8), 'L', ...at(0.3, 0.5), 'Z'],
      ),
    ),
  ];
};
const interaction: Sign = (at, { width, height }) => [
  solid(path('M', ...at(0.42, 0), 'A', 0.42 * width, height / 2, 0, 0, 0, ...at(0.42, 1), 'Z')),
  solid(path('M', ...at(0.58, 0), 'A', 0.42 * width, height / 2, 0, 0, 1, ...at(0.58, 1), 'Z')),
];
const person = joined(
  circles([0.5, 0.17, 0.17]),
  strokes(
    [
      [0.5, 0.34],
      [0.5, 0.7],
      [0.2, 1],
    ],
    [
      [0.5, 0.7],
      [0.8, 1],
    ],
    [
      [0.15, 0.47],
      [0.85, 0.47],
    ],
  ),
);
const document =
  (deep: boolean): Sign =>
  (at) => [
    solid(
      path(
        ['M', ...at(0, 0.1), 'L', ...at(1, 0.1), 'L', ...at(1, 0.8), 'Q', ...at(0.75, 0.6), ...at(0.5, 0.8)],
        ['Q', ...at(0.25, 1), ...at(0, 0.8), 'Z'],
      ),
    ),
    ...(deep ? [outline(linePath(at(0, 0.3), at(1, 0.3)))] : []),
  ];
const target = circles([0.5, 0.5, 0.5], [0.5, 0.5, 0.32], [0.5, 0.5, 0.14]);
const wheel: Sign = (at) => {
  const ray = (angle: number, reach: number): Pair => at(0.5 + reach * Math.cos(angle), 0.5 + reach * Math.sin(angle));
  const rays = [0, 1, 2, 3].map((i) => linePath(ray((i * Math.PI) / 4, 0.5), ray((i * Math.PI) / 4 + Math.PI, 0.5)));
  return [...circles([0.5, 0.5, 0.33])(at, { x: 0, y: 0, width: SIGN, height: SIGN }), outline(rays.join(' '))];
};
const sheet = joined(
  shape([0, 0], [0.7, 0], [1, 0.3], [1, 1], [0, 1]),
  strokes([
    [0.7, 0],
    [0.7, 0.3],
    [1, 0.3],
  ]),
);
const stack = joined(squared(0, 0.1, 0.8, 0.4), squared(0.1, 0.3, 0.8, 0.4), squared(0.2, 0.5, 0.8, 0.4));

/** The signs of elements, by what styles call them. */
const SIGNS: Readonly<Record<string, Sign>> = {
  comp: joined(shape([0.25, 0], [1, 0], [1, 1], [0.25, 1]), squared(0, 0.2, 0.5, 0.2), squared(0, 0.6, 0.5, 0.2)),
  interface: joined(
    strokes([
      [0, 0.5],
      [0.5, 0.5],
    ]),
    circles([0.75, 0.5, 0.25]),
  ),
  interface2: joined(
    strokes([
      [0, 0.5],
      [0.5, 0.5],
    ]),
    circles([0.75, 0.5, 0.25]),
  ),
  serv: rounded(0, 0.2, 1, 0.6),
  service: rounded(0, 0.2, 1, 0.6),
  func: shape([0, 0.2], [0.5, 0], [1, 0.2], [1, 1], [0.5, 0.8], [0, 1]),
  interaction,
  event,
  proc: shape([0, 0.35], [0.6, 0.35], [0.6, 0.2], [1, 0.5], [0.6, 0.8], [0.6, 0.65], [0, 0.65]),
  collab: collaboration,
  collaboration,
  node: cube,
  sysSw: circles([0.52, 0.48, 0.47], [0.48, 0.52, 0.47]),
  device: joined(
    (at, { width, height }) => [solid(boxPath({ x: at(0, 0)[0], y: at(0, 0.05)[1], width, height: height * 0.7 }, 2))],
    shape([0.2, 0.75], [0.8, 0.75], [1, 0.95], [0, 0.95]),
  ),
  path: strokes(
    [
      [0.2, 0.25],
      [0, 0.5],
      [0.2, 0.75],
    ],
    [
      [0.8, 0.25],
      [1, 0.5],
      [0.8, 0.75],
    ],
    [
      [0, 0.5],
      [0.4, 0.5],
    ],
    [
      [0.6, 0.5],
      [1, 0.5],
    ],
  ),
  netw: joined(
    strokes([
      [0.15, 0.8],
      [0.35, 0.2],
      [0.85, 0.2],
      [0.65, 0.8],
      [0.15, 0.8],
    ]),
    circles([0.15, 0.8, 0.13], [0.35, 0.2, 0.13], [0.85, 0.2, 0.13], [0.65, 0.8, 0.13]),
  ),
  artifact: sheet,
  actor: person,
  role: (at, { width, height }) => [
    solid(
      path(
        ['M', ...at(0.8, 0.2), 'L', ...at(0.2, 0.2), 'A', 0.2 * width, 0.3 * height, 0, 0, 0, ...at(0.2, 0.8)],
        ['L', ...at(0.8, 0.8)],
      ),
      { stroke: null },
    ),
    outline(
      path(
        'M',
        ...at(0.8, 0.2),
        'L',
        ...at(0.2, 0.2),
        'A',
        0.2 * width,
        0.3 * height,
        0,
        0,
        0,
        ...at(0.2, 0.8),
        'L',
        ...at(0.8, 0.8),
      ),
    ),
    solid(ellipsePath({ x: at(0.6, 0)[0], y: at(0, 0.2)[1], width: 0.4 * width, height: 0.6 * height })),
  ],
  passive: joined(
    squared(0, 0.15, 1, 0.7),
    strokes([
      [0, 0.35],
      [1, 0.35],
    ]),
  ),
  object: joined(
    squared(0, 0.15, 1, 0.7),
    strokes([
      [0, 0.35],
      [1, 0.35],
    ]),
  ),
  contract: joined(
    squared(0, 0.15, 1, 0.7),
    strokes(
      [
        [0, 0.35],
        [1, 0.35],
      ],
      [
        [0, 0.65],
        [1, 0.65],
      ],
    ),
  ),
  product: joined(
    squared(0, 0.15, 1, 0.7),
    strokes([
      [0, 0.35],
      [0.5, 0.35],
      [0.5, 0.15],
    ]),
  ),
  representation: document(true),
  deliverable: document(false),
  location: (at) => [
    solid(
      path(
        'M',
        ...at(0.5, 1),
        'C',
        ...at(0.05, 0.35),
        ...at(0.2, 0),
        ...at(0.5, 0),
        'C',
        ...at(0.8, 0),
        ...at(0.95, 0.35),
        ...at(0.5, 1),
        'Z',
      ),
    ),
  ],
  driver: wheel,
  goal: target,
  outcome: joined(
    target,
    strokes([
      [0.5, 0.5],
      [1, 0],
    ]),
  ),
  assess: joined(
    strokes([
      [0, 1],
      [0.4, 0.6],
    ]),
    circles([0.62, 0.38, 0.35]),
  ),
  principle: joined(
    rounded(0, 0, 1, 1),
    strokes(
      [
        [0.5, 0.15],
        [0.5, 0.65],
      ],
      [
        [0.5, 0.78],
        [0.5, 0.86],
      ],
    ),
  ),
  requirement: shape([0.25, 0.2], [1, 0.2], [0.75, 0.8], [0, 0.8]),
  constraint: joined(
    shape([0.25, 0.2], [1, 0.2], [0.75, 0.8], [0, 0.8]),
    strokes([
      [0.45, 0.2],
      [0.2, 0.8],
    ]),
  ),
  amValue: rounded(0, 0.2, 1, 0.6),
  meaning: rounded(0, 0.1, 1, 0.75),
  resource: joined(
    squared(0, 0.2, 0.88, 0.6),
    squared(0.88, 0.35, 0.12, 0.3),
    strokes(
      [
        [0.2, 0.32],
        [0.2, 0.68],
      ],
      [
        [0.4, 0.32],
        [0.4, 0.68],
      ],
      [
        [0.6, 0.32],
        [0.6, 0.68],
      ],
    ),
  ),
  capability: joined(
    squared(0, 0.67, 0.33, 0.33),
    squared(0.33, 0.67, 0.33, 0.33),
    squared(0.67, 0.67, 0.33, 0.33),
    squared(0.33, 0.33, 0.33, 0.34),
    squared(0.67, 0.33, 0.33, 0.34),
    squared(0.67, 0, 0.33, 0.33),
  ),
  course: joined(
    circles([0.68, 0.32, 0.3], [0.68, 0.32, 0.15]),
    strokes(
      [
        [0, 1],
        [0.42, 0.58],
      ],
      [
        [0.2, 0.58],
        [0.42, 0.58],
        [0.42, 0.8],
      ],
    ),
  ),
  workPackage: strokes(
    [
      [0.1, 0.9],
      [0.1, 0.15],
      [0.8, 0.15],
      [0.8, 0.75],
      [0.3, 0.75],
    ],
    [
      [0.45, 0.6],
      [0.3, 0.75],
      [0.45, 0.9],
    ],
  ),
  plateau: strokes(
    [
      [0.25, 0.25],
      [1, 0.25],
    ],
    [
      [0.12, 0.5],
      [0.87, 0.5],
    ],
    [
      [0, 0.75],
      [0.75, 0.75],
    ],
  ),
  gap: joined(
    circles([0.5, 0.5, 0.4]),
    strokes(
      [
        [0, 0.4],
        [1, 0.4],
      ],
      [
        [0, 0.6],
        [1, 0.6],
      ],
    ),
  ),
  facility: shape(
    [0, 1],
    [0, 0],
    [0.15, 0],
    [0.15, 0.65],
    [0.43, 0.4],
    [0.43, 0.65],
    [0.71, 0.4],
    [0.71, 0.65],
    [1, 0.4],
    [1, 1],
  ),
  equipment: wheel,
  distribution: strokes(
    [
      [0.2, 0.25],
      [0, 0.5],
      [0.2, 0.75],
    ],
    [
      [0.8, 0.25],
      [1, 0.5],
      [0.8, 0.75],
    ],
    [
      [0.1, 0.4],
      [0.9, 0.4],
    ],
    [
      [0.1, 0.6],
      [0.9, 0.6],
    ],
  ),
  material: joined(
    shape([0.25, 0.07], [0.75, 0.07], [1, 0.5], [0.75, 0.93], [0.25, 0.93], [0, 0.5]),
    strokes([
      [0.3, 0.25],
      [0.18, 0.48],
    ]),
  ),
  stake: person,
  grouping: stack,
};

/** The sign of an element, at the upper right of what is `right` and `top` px from its frame. */
function signOf(name: string | null, { width }: Frame, right = 0, top = 0): readonly Part[] {
  const sign = SIGNS[name ?? ''];
  if (sign === undefined) return [];
  const box = { x: width - right - MARGIN - SIGN, y: top + MARGIN, width: SIGN, height: SIGN };
  return sign((x, y) => [box.x + x * SIGN, box.y + y * SIGN], box);
}

/** The outline of an element, by `archiType`. */
function ground(frame: Frame): Part {
  const { width: w, height: h, style } = frame;
  const kind = style('archiType') ?? 'square';
  if (kind === 'rounded') return solid(boxPath(whole(frame), CORNER));
  if (kind !== 'oct') return solid(boxPath(whole(frame)));
  const cut = Math.min(CORNER, w / 2, h / 2);
  return solid(
    polygonPath([0, cut], [cut, 0], [w - cut, 0], [w, cut], [w, h - cut], [w - cut, h], [cut, h], [0, h - cut]),
  );
}

/** An element with its sign, which a style key names. */
const element =
  (key: string): Shape =>
  (frame) => [ground(frame), ...signOf(frame.style(key), frame)];

/** A box in space; its sign stands on its front. */
const deepBox =
  (key: string): Shape =>
  (frame) => {
    const { width: w, height: h } = frame;
    const depth = Math.min(DEPTH, w, h);
    return [
      solid(polygonPath([0, depth], [depth, 0], [w, 0], [w, h - depth], [w - depth, h], [0, h])),
      outline(`${linePath([0, depth], [w - depth, depth], [w - depth, h])} ${linePath([w - depth, depth], [w, 0])}`),
      ...signOf(frame.style(key), frame, depth, depth),
    ];
  };

/** A sign that is an element by itself fills its frame. */
const alone =
  (sign: Sign): Shape =>
  ({ width, height }) =>
    sign((x, y) => [x * width, y * height], { x: 0, y: 0, width, height });

/** A man of lines, as draw.io's pictures have him. */
const actor: Shape = ({ width: w, height: h }) => [
  solid(ellipsePath({ x: 0.2 * w, y: 0, width: 0.6 * w, height: 0.3 * h })),
  outline(
    [
      linePath([0.5 * w, 0.3 * h], [0.5 * w, 0.75 * h]),
      linePath([0, 0.45 * h], [w, 0.45 * h]),
      linePath([0, h], [0.5 * w, 0.75 * h], [w, h]),
    ].join(' '),
  ),
];

const pill: Shape = (frame) => [solid(boxPath(whole(frame), Math.min(frame.width, frame.height) / 2))];

const businessObject: Shape = (frame) => [
  solid(boxPath(whole(frame))),
  outline(linePath([0, Math.min(15, frame.height)], [frame.width, Math.min(15, frame.height)])),
];

/** ArchiMate. Source: draw.io 24.7's pictures for node, system software, service, function, collaboration, event, process and actor; ArchiMate's own signs for the others. */
export const archimateShapes: Family = {
  'mxgraph.archimate3.application': { draw: element('appType') },
  'mxgraph.archimate3.business': { draw: element('busType') },
  'mxgraph.archimate3.physical': { draw: element('physicalType') },
  'mxgraph.archimate3.tech': { draw: deepBox('techType') },
  'mxgraph.archimate3.service': { draw: pill },
  'mxgraph.archimate3.actor': { draw: actor },
  'mxgraph.archimate3.businessObject': { draw: businessObject },
  'mxgraph.archimate3.contract': { draw: businessObject },
  'mxgraph.archimate3.component': { draw: alone(SIGNS['comp'] ?? shape()) },
  'mxgraph.archimate3.function': { draw: alone(SIGNS['func'] ?? shape()) },
  'mxgraph.archimate3.process': {
    draw: alone(shape([0, 0.3], [0.6, 0.3], [0.6, 0], [1, 0.5], [0.6, 1], [0.6, 0.7], [0, 0.7])),
  },
  'mxgraph.archimate3.interaction': { draw: alone(interaction) },
  'mxgraph.archimate3.collaboration': { draw: alone(collaboration) },
  'mxgraph.archimate3.driver': { draw: alone(wheel) },
  'mxgraph.archimate3.goal': { draw: alone(target) },
  'mxgraph.archimate.application': { draw: element('appType') },
  'mxgraph.archimate.business': { draw: element('busType') },
  'mxgraph.archimate.tech': { draw: deepBox('techType') },
  'mxgraph.archimate.actor': { draw: actor },
};
