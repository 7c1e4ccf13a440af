import { colourOf } from '../draw/colour.ts';
import { filled, outline, solid, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import { horizontalLines } from './bootstrap.ts';
import { anchor, boxRoundedBy, caption, circlePath, gridOf, inColour, lines } from './drawing.ts';
import type { Family } from './family.ts';
import { box, whole } from './general.ts';
import { marginRect } from './mockup.ts';

/** A telephone: its case, screen, speaker and button. */
const phone: Shape = (frame) => {
  const { width: w, height: h } = frame;
  return [
    solid(boxPath(whole(frame), 25)),
    outline(boxPath({ x: w * 0.0625, y: h * 0.15, width: w * 0.875, height: h * 0.7 })),
    outline(boxPath({ x: w * 0.4, y: h * 0.075, width: w * 0.2, height: h * 0.0125 }, 2.5)),
    outline(ellipsePath({ x: w * 0.4, y: h * 0.875, width: w * 0.2, height: h * 0.1 })),
  ];
};

/** Upright stripes, light and dark in turn. */
const stripedGround: Shape = (frame) => {
  const { width, height, style } = frame;
  const count = Math.min(200, Math.floor(width / 5));
  const stripes = Array.from({ length: count }, (_, i) => linePath([(i + 1) * 5, 0], [(i + 1) * 5, height]));
  return [
    filled(boxPath(whole(frame))),
    outline(stripes.join(' '), inColour(style, 'strokeColor2', '#657e8f')),
    outline(boxPath(whole(frame))),
  ];
};

/** Icons with round corners. */
const iconGrid: Shape = (frame) => [
  solid(
    gridOf(frame)
      .map((each) => boxPath(each, each.width * 0.1))
      .join(' '),
  ),
];

const icon: Shape = (frame) => {
  const { width, height, style } = frame;
  return [
    filled(boxPath(whole(frame), Math.min(width, height) * 0.1), {
      fill: colourOf(style('fillColor'), '#00d0f0'),
      gradient: { colour: colourOf(style('gradientColor'), '#0080f0') ?? '#0080f0', direction: 'south' },
    }),
    ...caption(frame, style('buttonText') ?? '', { x: width / 2, y: height / 2, size: 8, colour: '#ffffff' }),
  ];
};

/** Dots, the first one full. */
const pageControl: Shape = ({ width, height, paint }) => {
  const radius = Math.min(height, width / 2) / 2;
  return [0, 1, 2, 3, 4].map((i) =>
    filled(circlePath(radius + (i / 4) * (width - 2 * radius), height / 2, radius), {
      fill: i === 0 ? paint.fill : paint.stroke,
    }),
  );
};

/** A bar that is full so far, with a knob or without. */
const slider =
  (knob: boolean): Shape =>
  (frame) => {
    const { width, height, style } = frame;
    const at = (width * Math.max(0, Math.min(100, numberOf(style, 'barPos', 20)))) / 100;
    const y = knob ? height / 2 : height - 2.5;
    return [
      ...(knob ? [] : [filled(boxPath(whole(frame)))]),
      ...lines([[at, y, width, y]], inColour(style, 'strokeColor2', '#a0a0a0')),
      ...lines([[0, y, at, y]]),
      ...(knob ? [solid(circlePath(at, y, height / 2), { stroke: '#a0a0a0' })] : []),
    ];
  };

const dialog: Shape = (frame) => [filled(boxPath(whole(frame), 2.5))];

/** Strength, time and battery. */
const appBar: Shape = (frame) => {
  const { width, height } = frame;
  const y = height / 2;
  const dots = [0, 1, 2, 3, 4].map((i) => circlePath(7 + i * 6, y, 2.5));
  return [
    filled(boxPath(whole(frame))),
    filled(dots.slice(0, 3).join(' '), { fill: '#222222' }),
    outline(dots.slice(3).join(' '), { stroke: '#222222' }),
    outline(boxPath({ x: width - 23, y: y - 4, width: 17, height: 8 }, 1), { stroke: '#222222' }),
    filled(boxPath({ x: width - 22, y: y - 3, width: 13, height: 6 }), { fill: '#222222' }),
    ...caption(frame, '11:55AM', { x: width / 2, y, size: 8, colour: '#222222' }),
  ];
};

/** A pin in a map. */
const pin: Shape = ({ width: w, height: h, paint }) => {
  const radius = Math.min(w / 2, h / 4);
  return [
    outline(linePath([w / 2, 2 * radius], [w / 2, h]), { stroke: '#666666', strokeWidth: Math.max(1, w / 10) }),
    filled(circlePath(w / 2, radius, radius), {
      fill: paint.fill ?? '#ff0000',
      gradient: paint.gradient ?? { colour: '#990000', direction: 'south' },
    }),
    filled(ellipsePath({ x: w / 2 - radius * 0.5, y: radius * 0.35, width: radius * 0.5, height: radius * 0.4 }), {
      fill: '#ffffff',
      fillOpacity: 0.75,
    }),
  ];
};

const tick: Shape = (frame) => {
  const { width: w, height: h } = frame;
  return [...box(frame), outline(linePath([0.2 * w, 0.5 * h], [0.42 * w, 0.75 * h], [0.8 * w, 0.25 * h]))];
};

/** Screens of telephones, after what their names say. Source: draw.io 24.7's pictures for horLines. */
export const mobileShapes: Family = {
  'mxgraph.ios7ui.horLines': { draw: horizontalLines },
  'mxgraph.ios7ui.marginRect': { draw: marginRect },
  'mxgraph.ios7ui.phone': { draw: phone },
  'mxgraph.ios7ui.iconGrid': { draw: iconGrid },
  'mxgraph.ios7ui.icon': { draw: icon },
  'mxgraph.ios7ui.pageControl': { draw: pageControl },
  'mxgraph.ios7ui.slider': { draw: slider(true) },
  'mxgraph.ios7ui.downloadBar': { draw: slider(false) },
  'mxgraph.ios7ui.actionDialog': { draw: dialog },
  'mxgraph.ios7ui.appBar': { draw: appBar },
  'mxgraph.ios.iBgStriped': { draw: stripedGround },
  'mxgraph.ios.iBgFlat': { draw: box },
  'mxgraph.ios.iPin': { draw: pin },
  'mxgraph.ios.anchor': { draw: anchor },
  'mxgraph.ios.rrect': { draw: boxRoundedBy('rSize') },
  'mxgraph.ios.rect': { draw: box },
  'mxgraph.gmdl.marginRect': { draw: marginRect },
  'mxgraph.android.anchor': { draw: anchor },
  'mxgraph.android.rrect': { draw: boxRoundedBy('rSize') },
  'mxgraph.android.rect': { draw: box },
  'mxgraph.android.checkbox': { draw: tick },
};
