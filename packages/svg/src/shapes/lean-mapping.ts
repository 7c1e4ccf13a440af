import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, linePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import { caption, circlePath, lines } from './drawing.ts';
import type { Family } from './family.ts';
import { box } from './general.ts';

/** A box with level lines at shares of its height. */
const ruled =
  (...shares: readonly number[]): Shape =>
  (frame) => [...box(frame), ...lines(shares.map((at) => [0, at * frame.height, frame.width, at * frame.height]))];

/** A works with a roof of three teeth. */
const outsideSources: Shape = ({ width: w, height: h }) => [
  solid(
    polygonPath(
      [0, h],
      [0, 0.3 * h],
      [0.33 * w, 0],
      [0.33 * w, 0.3 * h],
      [0.67 * w, 0],
      [0.67 * w, 0.3 * h],
      [w, 0],
      [w, h],
    ),
  ),
];

/** A triangle with an I in it. */
const inventoryBox: Shape = (frame) => {
  const { width: w, height: h } = frame;
  return [
    solid(polygonPath([0, h], [w / 2, 0], [w, h])),
    outline(
      [
        linePath([0.4 * w, 0.43 * h], [0.6 * w, 0.43 * h]),
        linePath([0.4 * w, 0.87 * h], [0.6 * w, 0.87 * h]),
        linePath([0.5 * w, 0.43 * h], [0.5 * w, 0.87 * h]),
      ].join(' '),
    ),
  ];
};

/** A broad arrow with dark stripes. */
const pushArrow: Shape = ({ width: w, height: h, paint }) => {
  const stripes = [0, 0.2, 0.4, 0.6].map((at) =>
    polygonPath([at * w, 0.17 * h], [(at + 0.1) * w, 0.17 * h], [(at + 0.1) * w, 0.83 * h], [at * w, 0.83 * h]),
  );
  const [base, head] = [0.7 * w, w];
  return [
    solid(
      polygonPath(
        [0, 0.17 * h],
        [base, 0.17 * h],
        [base, 0],
        [head, 0.5 * h],
        [base, h],
        [base, 0.83 * h],
        [0, 0.83 * h],
      ),
    ),
    filled(stripes.join(' '), { fill: paint.stroke }),
  ];
};

/** A lorry that drives to the right. */
const truck: Shape = ({ width: w, height: h }) => {
  const wheel = (x: number): string => circlePath(x * w, 0.85 * h, Math.min(0.15 * h, 0.1 * w));
  return [
    solid(boxPath({ x: 0, y: 0, width: 0.6 * w, height: 0.8 * h })),
    solid(polygonPath([0.6 * w, 0.25 * h], [0.85 * w, 0.25 * h], [w, 0.5 * h], [w, 0.8 * h], [0.6 * w, 0.8 * h])),
    solid([wheel(0.2), wheel(0.8)].join(' ')),
  ];
};

/** An arrow that goes most of the way around; the label stands in it. */
const physicalPull: Shape = ({ width: w, height: h, paint }) => {
  const [rx, ry] = [0.483 * w, 0.5 * h];
  const x = w - 0.038 * w;
  return [
    outline(path('M', x, 0.605 * h, 'A', rx, ry, 0, 1, 1, 0.72 * w, 0.07 * h)),
    filled(polygonPath([0.97 * w, 0.495 * h], [0.9 * w, 0.63 * h], [w, 0.645 * h]), { fill: paint.stroke }),
  ];
};

/** Times that are high or low, one step after the other: `dx` px along, `dy` of the height. */
const timeline = (frame: Frame): readonly Part[] => {
  const { width, height, style } = frame;
  const steps = [1, 2, 3, 4, 5, 6].filter((i) => style(`dx${i}`) !== null || style(`dy${i}`) !== null);
  let level = 0;
  const points = steps.flatMap((i): readonly (readonly [number, number])[] => {
    const x = Math.max(0, Math.min(width, numberOf(style, `dx${i}`, width)));
    const before = level;
    level = Math.max(0, Math.min(1, numberOf(style, `dy${i}`, 0))) * height;
    return [
      [x, before],
      [x, level],
    ];
  });
  return [outline(linePath(...points, [width, level]))];
};

/** Shelves that are open to the left. */
const supermarket: Shape = ({ width: w, height: h }) => [
  outline(
    [
      linePath([0, 0], [w, 0], [w, h], [0, h]),
      linePath([0, h / 3], [w, h / 3]),
      linePath([0, (2 * h) / 3], [w, (2 * h) / 3]),
    ].join(' '),
  ),
];

/** A box with a letter, or slanted corners, for a kanban. */
const lettered =
  (letter: string): Shape =>
  (frame) => [
    ...box(frame),
    ...caption(frame, letter, { x: frame.width / 2, y: frame.height / 2, size: 12, colour: '#000000' }),
  ];

/** Value stream maps. Source: draw.io 24.7's picture for physical_pull; the method's own signs for the others. */
export const leanMappingShapes: Family = {
  'mxgraph.lean_mapping.manufacturing_process': { draw: ruled(0.2) },
  'mxgraph.lean_mapping.manufacturing_process_shared': { draw: ruled(0.2) },
  'mxgraph.lean_mapping.data_box': { draw: ruled(0.2, 0.4, 0.6, 0.8) },
  'mxgraph.lean_mapping.schedule': { draw: ruled(0.2) },
  'mxgraph.lean_mapping.schedule2': { draw: ruled(0.2) },
  'mxgraph.lean_mapping.outside_sources': { draw: outsideSources },
  'mxgraph.lean_mapping.inventory_box': { draw: inventoryBox },
  'mxgraph.lean_mapping.push_arrow': { draw: pushArrow },
  'mxgraph.lean_mapping.truck_shipment': { draw: truck },
  'mxgraph.lean_mapping.physical_pull': { draw: physicalPull },
  'mxgraph.lean_mapping.timeline2': { draw: timeline },
  'mxgraph.lean_mapping.supermarket': { draw: supermarket },
  'mxgraph.lean_mapping.fifo_sequence_flow': { draw: lettered('FIFO') },
  'mxgraph.lean_mapping.fifo_lane': { draw: lettered('FIFO') },
  'mxgraph.lean_mapping.work_cell': { draw: box },
};
