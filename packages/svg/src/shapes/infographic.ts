import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';

/** px of a style key, held between 0 and a most. */
const length = ({ style }: Frame, key: string, fallback: number, most: number): number =>
  Math.max(0, Math.min(Math.max(0, most), numberOf(style, key, fallback)));

/** A shade over a part that turns away from the light, and a light one. */
const shade = (d: string, opacity: number): Part => filled(d, { fill: '#000000', fillOpacity: opacity });
const light = (d: string, opacity: number): Part => filled(d, { fill: '#ffffff', fillOpacity: opacity });

/** A band that is notched at the left and pointed at the right. */
const ribbonSimple: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const [left, right] = [length(frame, 'notch1', 20, w), length(frame, 'notch2', 20, w)];
  return [solid(polygonPath([0, 0], [w - right, 0], [w, h / 2], [w - right, h], [0, h], [left, h / 2]))];
};

/** A band before two tails that hang `dy` lower and are notched. */
const banner: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const [dx, dy] = [length(frame, 'dx', 20, w / 2), length(frame, 'dy', 15, h)];
  const notch = length(frame, 'notch', 15, w / 2);
  const [inner, low] = [Math.min(w / 2, 2 * dx), h - dy];
  const left = polygonPath([0, dy], [dx, dy], [dx, low], [inner, h], [0, h], [notch, (dy + h) / 2]);
  const right = polygonPath([w, dy], [w - dx, dy], [w - dx, low], [w - inner, h], [w, h], [w - notch, (dy + h) / 2]);
  const fold = `${polygonPath([dx, low], [inner, low], [inner, h])} ${polygonPath([w - dx, low], [w - inner, low], [w - inner, h])}`;
  return [
    solid(`${left} ${right}`),
    solid(boxPath({ x: dx, y: 0, width: w - 2 * dx, height: low })),
    solid(fold),
    shade(fold, 0.3),
  ];
};

/** A band with one tail, at the right, that is folded behind it. */
const bannerSingleFold: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const [tail, fold] = [length(frame, 'dx', 37, w), length(frame, 'dx2', 20, w)];
  const [dy, notch] = [length(frame, 'dy', 15, h), length(frame, 'notch', 15, w)];
  const end = Math.max(0, w - tail);
  const back = Math.max(0, end - fold);
  const turned = polygonPath([back, h - dy], [end, h - dy], [back, h]);
  return [
    solid(polygonPath([back, dy], [w, dy], [w - notch, (h + dy) / 2], [w, h], [back, h])),
    solid(polygonPath([0, 0], [end, 0], [end, h - dy], [0, h - dy], [Math.min(notch, end), (h - dy) / 2])),
    solid(turned),
    shade(turned, 0.3),
  ];
};

/** A band whose ends are rolled behind it. */
const ribbonRolled: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const [dx, dy] = [length(frame, 'dx', 20, w / 2), length(frame, 'dy', 15, h / 2)];
  const roll = `${polygonPath([0, 0], [dx, 0], [dx, dy])} ${polygonPath([w, h], [w - dx, h], [w - dx, h - dy])}`;
  return [
    solid(polygonPath([0, 0], [dx, dy], [w, dy], [w, h], [w - dx, h - dy], [0, h - dy])),
    solid(roll),
    shade(roll, 0.3),
  ];
};

/** A standing cylinder, lit from above. */
const cylinder: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const [rx, ry] = [w / 2, Math.min(h / 2, 0.15 * w, 25)];
  const body = path('M', 0, ry, 'A', rx, ry, 0, 0, 1, w, ry, 'V', h - ry, 'A', rx, ry, 0, 0, 1, 0, h - ry, 'Z');
  const top = ellipsePath({ x: 0, y: 0, width: w, height: 2 * ry });
  return [solid(body), filled(top), light(top, 0.3), outline(top)];
};

/** Three sides of a cube, the left one in shade, the right one in more. */
const shadedCube: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const lean = Math.tan((Math.max(0, Math.min(60, numberOf(frame.style, 'isoAngle', 15))) * Math.PI) / 180);
  const rise = Math.min((w / 2) * lean, h / 4);
  const left = polygonPath([0, rise], [w / 2, 2 * rise], [w / 2, h], [0, h - rise]);
  const right = polygonPath([w, rise], [w / 2, 2 * rise], [w / 2, h], [w, h - rise]);
  const top = polygonPath([0, rise], [w / 2, 0], [w, rise], [w / 2, 2 * rise]);
  const around = polygonPath([0, rise], [w / 2, 0], [w, rise], [w, h - rise], [w / 2, h], [0, h - rise]);
  return [filled(around), light(top, 0.2), shade(left, 0.1), shade(right, 0.3), outline(`${left} ${right} ${top}`)];
};

/** A triangle of three shades that meet in its middle. */
const shadedTriangle: Shape = ({ width: w, height: h }) => {
  const middle: readonly [number, number] = [w / 2, (2 * h) / 3];
  const around = polygonPath([0, h], [w / 2, 0], [w, h]);
  return [
    filled(around),
    light(polygonPath([0, h], [w / 2, 0], middle), 0.2),
    shade(polygonPath([0, h], [w, h], middle), 0.2),
    outline(around),
  ];
};

/** Two sides of a pyramid. */
const shadedPyramid: Shape = ({ width: w, height: h }) => {
  const around = polygonPath([0, 0.8 * h], [w / 2, 0], [w, 0.8 * h], [w / 2, h]);
  return [filled(around), shade(polygonPath([w / 2, 0], [w, 0.8 * h], [w / 2, h]), 0.2), outline(around)];
};

/** A step of a pyramid: narrower above. */
const pyramidStep: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const inset = length(frame, 'dx', 10, w / 2);
  return [solid(polygonPath([0, h], [inset, 0], [w - inset, 0], [w, h]))];
};

const parallelogram: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const lean = length(frame, 'dx', 20, w);
  return [solid(polygonPath([lean, 0], [w, 0], [w - lean, h], [0, h]))];
};

/** A bar with a point below: `dx` from its middle, `dy` long. */
const barCallout: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const [x, dy] = [length(frame, 'dx', 100, w), length(frame, 'dy', 30, h)];
  const [low, half] = [h - dy, dy * 0.35];
  return [
    solid(
      polygonPath(
        [0, 0],
        [w, 0],
        [w, low],
        [Math.min(w, x + half), low],
        [x, h],
        [Math.max(0, x - half), low],
        [0, low],
      ),
    ),
  ];
};

/** A disc whose ring has a point above; `dy` long. */
const circularCallout: Shape = (frame) => {
  const { width: w, height: h, paint } = frame;
  const dy = length(frame, 'dy', 15, h);
  const ring = 0.08 * Math.min(w, h);
  return [
    filled(polygonPath([w / 2 - dy, dy + ring], [w / 2, 0], [w / 2 + dy, dy + ring]), {
      fill: paint.stroke ?? paint.fill,
    }),
    solid(ellipsePath({ x: 0, y: dy, width: w, height: h - dy })),
    outline(
      ellipsePath({ x: ring, y: dy + ring, width: Math.max(0, w - 2 * ring), height: Math.max(0, h - dy - 2 * ring) }),
      {
        stroke: '#ffffff',
      },
    ),
  ];
};

/** A ring with a point below. */
const circularCallout2: Shape = (frame) => {
  const { width: w, height: h, paint } = frame;
  const dy = length(frame, 'dy', 15, h);
  const tall = h - dy;
  return [
    filled(polygonPath([w / 2 - dy * 0.7, tall], [w / 2, h], [w / 2 + dy * 0.7, tall]), { fill: paint.stroke }),
    solid(ellipsePath({ x: 0, y: 0, width: w, height: tall })),
  ];
};

/** A sheet whose upper end is an arc, `dy` high. */
const numberedEntry: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const dy = length(frame, 'dy', 25, h);
  const radius = Math.min(w / 2, h / 2);
  const body = path('M', 0, radius, 'A', w / 2, radius, 0, 0, 1, w, radius, 'V', h, 'H', 0, 'Z');
  const inset = dy * 0.2;
  const inner = Math.max(0, radius - inset);
  return [
    solid(body),
    filled(ellipsePath({ x: inset, y: inset, width: Math.max(0, w - 2 * inset), height: 2 * inner }), {
      fill: '#ffffff',
    }),
  ];
};

const plain: Shape = (frame) => [solid(boxPath(whole(frame)))];

/** Draw.io's infographics, after what its style keys say. */
export const infographicShapes: Family = {
  'mxgraph.infographic.ribbonSimple': { draw: ribbonSimple },
  'mxgraph.infographic.ribbonRolled': { draw: ribbonRolled },
  'mxgraph.infographic.banner': { draw: banner },
  'mxgraph.infographic.bannerSingleFold': { draw: bannerSingleFold },
  'mxgraph.infographic.bannerHalfFold': { draw: bannerSingleFold },
  'mxgraph.infographic.cylinder': { draw: cylinder },
  'mxgraph.infographic.shadedCube': { draw: shadedCube },
  'mxgraph.infographic.shadedTriangle': { draw: shadedTriangle },
  'mxgraph.infographic.shadedPyramid': { draw: shadedPyramid },
  'mxgraph.infographic.pyramidStep': { draw: pyramidStep },
  'mxgraph.infographic.parallelogram': { draw: parallelogram },
  'mxgraph.infographic.barCallout': { draw: barCallout },
  'mxgraph.infographic.circularCallout': { draw: circularCallout },
  'mxgraph.infographic.circularCallout2': { draw: circularCallout2 },
  'mxgraph.infographic.numberedEntryVert': { draw: numberedEntry },
  'mxgraph.infographic.flag': { draw: plain },
};
