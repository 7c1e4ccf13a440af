import { filled, outline, solid, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import { boxRoundedBy, lines } from './drawing.ts';
import type { Family } from './family.ts';
import { box, whole } from './general.ts';

/** px: the height of a package's tab. */
const TAB = 20;

/** A box with a tab, `labelX` px wide. */
const packaged: Shape = ({ width, height, style }) => {
  const tab = Math.max(0, Math.min(width, numberOf(style, 'labelX', 95)));
  const low = Math.min(TAB, height);
  return [
    solid(boxPath({ x: 0, y: 0, width: tab, height: low })),
    solid(boxPath({ x: 0, y: low, width, height: height - low })),
  ];
};

const simpleState: Shape = (frame) => [solid(boxPath(whole(frame), 10))];

/** A state that holds others: a line below its name. */
const compositeState: Shape = (frame) => [
  solid(boxPath(whole(frame), 10)),
  ...lines([[0, Math.min(25, frame.height), frame.width, Math.min(25, frame.height)]]),
];

/** Lines above and below, and a field at the left for a number. */
const numberedStore =
  (closed: boolean): Shape =>
  (frame) => {
    const { width: w, height: h } = frame;
    const field = Math.min(30, w);
    return [
      filled(boxPath(whole(frame))),
      outline(
        `${closed ? linePath([0, 0], [w, 0], [w, h], [0, h], [0, 0]) : linePath([w, 0], [0, 0], [0, h], [w, h])} ${linePath([field, 0], [field, h])}`,
      ),
    ];
  };

/** A box with a shadow of its own to the upper left. */
const externalEntity: Shape = ({ width: w, height: h }) => [
  solid(polygonPath([0, 0], [w - 5, 0], [w - 5, 5], [5, 5], [5, h - 5], [0, h - 5])),
  solid(boxPath({ x: 5, y: 5, width: Math.max(0, w - 5), height: Math.max(0, h - 5) })),
];

/** A triangle that stands on its tip, cut near it. */
const archive: Shape = ({ width: w, height: h }) => [
  solid(polygonPath([0, 0], [w, 0], [w / 2, h])),
  outline(linePath([0.4 * w, 0.8 * h], [0.6 * w, 0.8 * h])),
];

/** A hexagon as wide as its frame. */
const check: Shape = ({ width: w, height: h }) => [solid(polygonPath([0, h / 2], [w / 2, 0], [w, h / 2], [w / 2, h]))];

const rounded: Shape = (frame) => [solid(boxPath(whole(frame), frame.height / 2))];

const finalFlow: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const [near, far] = [0.145, 0.855];
  return [
    solid(ellipsePath(whole(frame))),
    ...lines([
      [near * w, near * h, far * w, far * h],
      [far * w, near * h, near * w, far * h],
    ]),
  ];
};

/** SysML, UML 2.5 and data flows. Source: draw.io 24.7's picture for simpleState; the languages' own signs for the others. */
export const modellingShapes: Family = {
  'mxgraph.sysml.package': { draw: packaged },
  'mxgraph.sysml.package2': { draw: packaged },
  'mxgraph.sysml.simpleState': { draw: simpleState },
  'mxgraph.sysml.compState': { draw: compositeState },
  'mxgraph.sysml.flowFinal': { draw: finalFlow },
  'mxgraph.uml25.behaviorAction': { draw: boxRoundedBy('rSize', 10) },
  'mxgraph.uml25.objectFlow': { draw: box },
  'mxgraph.dfd.dataStoreID': { draw: numberedStore(false) },
  'mxgraph.dfd.dataStoreID2': { draw: numberedStore(true) },
  'mxgraph.dfd.externalEntity': { draw: externalEntity },
  'mxgraph.dfd.archive': { draw: archive },
  'mxgraph.dfd.check': { draw: check },
  'mxgraph.dfd.start': { draw: rounded },
};
