import type { Rectangle } from '@mxg/model';
import { filled, solid, type Frame, type Part, type PathPart, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath } from '../draw/paths.ts';
import { drawStencil, type Placing } from '../stencils/draw.ts';
import { path } from '../draw/element.ts';
import type { StyleOf } from '../view/shape.ts';
import type { Stencil, StencilNamed } from '../stencils/stencil.ts';
import type { Family, ShapeRow } from './family.ts';
import { cornerRadius, whole } from './general.ts';
import { shrunk } from './quantities.ts';

const AWS_RESOURCE: Icon = { key: 'resIcon', library: 'mxgraph.aws4' };
const AWS_PRODUCT: Icon = { key: 'prIcon', library: 'mxgraph.aws4' };
const AWS_GROUP: Icon = { key: 'grIcon', library: 'mxgraph.aws4' };
const GCP: Icon = { key: 'prIcon', library: 'mxgraph.gcp2' };
const KUBERNETES: Icon = { key: 'prIcon', library: 'mxgraph.kubernetes' };
const KUBERNETES_2: Icon = { key: 'prIcon', library: 'mxgraph.kubernetes2' };
const CISCO_SAFE: Icon = { key: 'resIcon', library: 'mxgraph.cisco_safe' };
const CISCO: Icon = { key: 'prIcon', library: 'mxgraph.cisco19' };

type Icon = NonNullable<ShapeRow['icon']>;

/** The stencil that a style names as the icon of a shape; null for none. */
export function iconStencil({ key, library }: Icon, style: StyleOf, named: StencilNamed): Stencil | null {
  const name = style(key) ?? '';
  return named(name) ?? named(`${library}.${name}`);
}

function iconParts(frame: Frame, icon: Icon, placing: Placing): readonly Part[] {
  const { stencilNamed: named, style } = frame;
  const stencil = named === undefined ? null : iconStencil(icon, style, named);
  return stencil === null || named === undefined ? [] : drawStencil(stencil, frame, named, placing);
}

/** The part of a frame that is left between shares of its sides. */
const inset = ({ width, height }: Frame, across: number, down = across): Rectangle => ({
  x: across * width,
  y: down * height,
  width: (1 - 2 * across) * width,
  height: (1 - 2 * down) * height,
});

/** A square in the shape's fill with an icon in the colour of its line. Shares as measured in draw.io's pictures. */
const resourceIcon: Shape = (frame) => [
  filled(boxPath(whole(frame))),
  ...iconParts(frame, AWS_RESOURCE, { within: inset(frame, 0.1), fill: frame.paint.stroke }),
];

/** The same on a ground in the colour of its line, with room for a name below. */
const productIcon: Shape = (frame) => {
  const { width, paint } = frame;
  const square = { x: 0, y: 0, width, height: width };
  return [
    filled(boxPath(whole(frame)), { fill: paint.stroke }),
    filled(boxPath(shrunk(square, 1))),
    ...iconParts(frame, AWS_PRODUCT, {
      within: shrunk(square, 1 + 0.15 * width),
      fill: paint.stroke,
    }),
  ];
};

/** px: the icon in a group's corner. */
const GROUP_ICON = 25;

/** A box with an icon at its upper edge. @param share where the icon stands, of the room that it leaves */
const group =
  (share: number): Shape =>
  (frame) => {
    const { width, style, paint } = frame;
    const ground = boxPath(whole(frame));
    return [
      style('grStroke') === '0' ? filled(ground) : solid(ground),
      ...iconParts(frame, AWS_GROUP, {
        within: { x: share * (width - GROUP_ICON), y: 0, width: GROUP_ICON, height: GROUP_ICON },
        fill: paint.stroke,
      }),
    ];
  };

/** A hexagon that is a stencil itself. */
const hexIcon: Shape = (frame) => iconParts(frame, GCP, { within: inset(frame, 0.17, 0.16) });

/** px: how far two cards are apart. */
const CARD = 8;

/** A card on another one. */
const cards: Shape = (frame) => {
  const [width, height] = [Math.max(0, frame.width - CARD), Math.max(0, frame.height - CARD)];
  const radius = cornerRadius({ ...frame, width, height });
  return [
    solid(boxPath({ x: CARD, y: CARD, width, height }, radius)),
    solid(boxPath({ x: 0, y: 0, width, height }, radius)),
  ];
};

/** A heptagon with a rim in the colour of its line, and an icon in it. */
const kubernetesIcon =
  (icon: Icon, share: number): Shape =>
  (frame) => {
    const { stencilNamed, paint } = frame;
    const heptagon = stencilNamed?.('mxgraph.kubernetes.frame') ?? null;
    if (heptagon === null || stencilNamed === undefined) return [filled(boxPath(whole(frame)))];
    return [
      ...drawStencil(heptagon, frame, stencilNamed, { fill: paint.stroke }),
      ...drawStencil(heptagon, frame, stencilNamed, { within: inset(frame, 0.03) }),
      ...iconParts(frame, icon, { within: inset(frame, share), fill: paint.stroke }),
    ];
  };

/** A disc or box in the colour of the line, and an icon in the shape's fill that leaves holes in it. */
const compositeIcon: Shape = (frame) => {
  const ground = frame.style('bgIcon') === 'ellipse' ? ellipsePath(whole(frame)) : boxPath(whole(frame));
  return [filled(ground, { fill: frame.paint.stroke }), ...iconParts(frame, CISCO_SAFE, {})];
};

/** An icon in the colour of the line; what its outermost line encloses has the shape's fill. */
const ciscoIcon: Shape = (frame) => {
  const icon = iconParts(frame, CISCO, { fill: frame.paint.stroke });
  const first = icon.find((part): part is PathPart => part.kind === 'path');
  return first === undefined
    ? [filled(boxPath(whole(frame)))]
    : [filled(first.d.slice(0, first.d.indexOf('Z') + 1)), ...icon];
};

/** px from the ends of a pipe: where its straight lines end, and the handles of its round ends. */
const [STRAIGHT, HANDLE] = [8, 0.9];

/** A pipe that lies on its side, open at its right end. */
const bus: Shape = ({ width, height }) => {
  const right = width - STRAIGHT;
  const end = (handle: number, x: number, y: number): readonly (string | number)[] =>
    y === 0
      ? ['C', handle, 0.75 * height, handle, height / 4, x, 0]
      : ['C', handle, height / 4, handle, 0.75 * height, x, height];
  return [
    solid(
      path(
        ['M', STRAIGHT, 0, 'L', right, 0],
        end(width - HANDLE, right, height),
        ['L', STRAIGHT, height],
        end(HANDLE, STRAIGHT, 0),
        'Z',
      ),
    ),
    solid(path(['M', right, 0], end(width - HANDLE, right, height), end(right - STRAIGHT + HANDLE, right, 0), 'Z'), {
      fill: '#ffffff',
    }),
  ];
};

export const stencilIcons: Family = {
  'mxgraph.aws4.resourceIcon': { draw: resourceIcon, icon: AWS_RESOURCE },
  'mxgraph.aws4.productIcon': { draw: productIcon, icon: AWS_PRODUCT },
  'mxgraph.aws4.group': { draw: group(0), icon: AWS_GROUP },
  'mxgraph.aws4.groupCenter': { draw: group(0.5), icon: AWS_GROUP },
  'mxgraph.gcp2.hexIcon': { draw: hexIcon, icon: GCP },
  'mxgraph.gcp2.doubleRect': { draw: cards },
  'mxgraph.kubernetes.icon': { draw: kubernetesIcon(KUBERNETES, 0.2), icon: KUBERNETES },
  'mxgraph.kubernetes.icon2': { draw: kubernetesIcon(KUBERNETES_2, 0.21), icon: KUBERNETES_2 },
  'mxgraph.cisco_safe.compositeIcon': { draw: compositeIcon, icon: CISCO_SAFE },
  'mxgraph.cisco19.rect': { draw: ciscoIcon, icon: CISCO },
  'mxgraph.networks.bus': { draw: bus },
};
