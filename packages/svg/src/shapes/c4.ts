import { solid, type Frame, type Insets, type Shape } from '../draw/figure.ts';
import { outline } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath } from '../draw/paths.ts';
import { circlePath, lines } from './drawing.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';

/** Shares of the height: the head, and where the body begins. */
const [HEAD, BODY] = [0.45, 0.36];

/** A head on a body, in which the label stands. */
const person2: Shape = ({ width, height }) => {
  const head = Math.min(width, HEAD * height);
  const top = BODY * height;
  return [
    solid(boxPath({ x: 0, y: top, width, height: height - top }, (height - top) / 3)),
    solid(ellipsePath({ x: (width - head) / 2, y: 0, width: head, height: HEAD * height })),
  ];
};

/** The older one has a smaller head and arms. */
const person: Shape = ({ width, height }) => {
  const head = Math.min(width / 2, height / 3, OLD_HEAD);
  const arm = Math.min(10, width / 4);
  const low = Math.min(height, head * 1.8);
  return [
    solid(boxPath({ x: 0, y: head * 0.8, width, height: height - head * 0.8 }, Math.min(10, width / 4))),
    solid(ellipsePath({ x: (width - head) / 2, y: 0, width: head, height: head })),
    ...lines([
      [arm, low, arm, height],
      [width - arm, low, width - arm, height],
    ]),
  ];
};

/** px. */
const OLD_HEAD = 70;

const belowHead = ({ height }: Frame): Insets => ({ top: BODY * height });
const belowOldHead = ({ width, height }: Frame): Insets => ({ top: Math.min(width / 2, height / 3, OLD_HEAD) * 0.8 });

/** px: a bar above with what a browser has there. */
const BAR = 20;

/** A box in a browser's window. */
const webBrowser: Shape = (frame) => {
  const { width, height } = frame;
  return [
    solid(boxPath(whole(frame), 8)),
    solid(boxPath({ x: 10, y: BAR, width: Math.max(0, width - 20), height: Math.max(0, height - BAR - 10) }, 5)),
    outline([15, 27, 39].map((x) => circlePath(x, BAR / 2, 4)).join(' ')),
    outline(linePath([55, BAR / 2], [Math.max(55, width - 15), BAR / 2])),
  ];
};

/** C4. Source: draw.io 24.7's picture for person2. */
export const c4Shapes: Family = {
  'mxgraph.c4.person': { draw: person, labelInsets: belowOldHead },
  'mxgraph.c4.person2': { draw: person2, labelInsets: belowHead },
  'mxgraph.c4.webBrowserContainer': { draw: webBrowser, labelInsets: () => ({ top: BAR }) },
  'mxgraph.c4.webBrowserContainer2': { draw: webBrowser, labelInsets: () => ({ top: BAR }) },
};
