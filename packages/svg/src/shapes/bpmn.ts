import type { Rectangle } from '@mxg/model';
import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Ink, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import { eventSymbol, gatewaySymbol } from './bpmn-symbols.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';

/** How the circle of an event is drawn, by style `outline`; what is thrown has a full symbol. */
interface Ring {
  readonly double?: boolean;
  readonly dashed?: boolean;
  readonly thick?: boolean;
  readonly full?: boolean;
}

const RINGS: Readonly<Record<string, Ring>> = {
  standard: {},
  eventInt: {},
  eventNonint: { dashed: true },
  catching: { double: true },
  boundInt: { double: true },
  boundNonint: { double: true, dashed: true },
  throwing: { double: true, full: true },
  end: { thick: true, full: true },
};

/** px between the two circles of a ring. */
const BETWEEN = 2;

const shrunk = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});

/** The ring of an event and what stands in it. */
function eventIn(at: Rectangle, { style, paint }: Frame): readonly Part[] {
  const ring = RINGS[style('outline') ?? ''];
  const symbol = eventSymbol(style('symbol') ?? '', at, paint, ring?.full === true);
  if (ring === undefined) return symbol;
  const ink: Ink = {
    ...(ring.dashed === true ? { dashes: [3, 3].map((part) => part * paint.strokeWidth).join(' ') } : {}),
    ...(ring.thick === true ? { strokeWidth: 3 * paint.strokeWidth } : {}),
  };
  const inner = shrunk(at, BETWEEN * paint.strokeWidth);
  return [solid(ellipsePath(at), ink), ...(ring.double === true ? [outline(ellipsePath(inner), ink)] : []), ...symbol];
}

const event: Shape = (frame) => eventIn(whole(frame), frame);

/** A rhombus; an event in it is round. */
const gateway: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const rhombus = solid(polygonPath([width / 2, 0], [width, height / 2], [width / 2, height], [0, height / 2]));
  const type = style('gwType') ?? GATEWAYS[style('symbol') ?? ''];
  if (type !== undefined) return [rhombus, ...gatewaySymbol(type, whole(frame), paint)];
  const size = EVENT_IN_GATEWAY * ((width + height) / 2);
  const at = { x: (width - size) / 2, y: (height - size) / 2, width: size, height: size };
  return [rhombus, ...eventIn(at, frame)];
};

/** Of a gateway's size. Source: a gateway of 25 by 22.75 px in draw.io's pictures. */
const EVENT_IN_GATEWAY = 0.55;

const GATEWAYS: Readonly<Record<string, string>> = {
  exclusiveGw: 'exclusive',
  parallelGw: 'parallel',
  complexGw: 'complex',
};

/** The older shape is an event, or a gateway by `background`. */
const eventOrGateway: Shape = (frame) =>
  frame.style('background') === 'gateway' || GATEWAYS[frame.style('symbol') ?? ''] !== undefined
    ? gateway(frame)
    : event(frame);

/** A box with round corners; its kind stands in the upper left corner, how it repeats at the lower side. */
const task: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const kind = style('bpmnShapeType') ?? 'task';
  const radius = style('rectStyle') === 'square' ? 0 : numberOf(style, 'size', 10);
  const ink: Ink = {
    ...(kind === 'call' || style('isCall') === '1' ? { strokeWidth: 4 * paint.strokeWidth } : {}),
    ...(style('outline') !== null && kind === 'subprocess' ? { dashes: '2 2' } : {}),
  };
  const inner = shrunk(whole(frame), 3);
  const corner = { x: 5, y: 5, width: 20, height: 20 };
  return [
    solid(boxPath(whole(frame), radius), ink),
    ...(kind === 'transaction' || style('isTransaction') === '1'
      ? [outline(boxPath(inner, Math.max(0, radius - 3)))]
      : []),
    ...(style('symbol') === null ? [] : eventIn(corner, frame)),
    ...taskKind(style('taskMarker') ?? '', frame),
    ...markers(width, height, frame),
  ];
};

/** What kind of work a task is: icons of 20 px, 5 px from the upper left corner. */
function taskKind(kind: string, { paint }: Frame): readonly Part[] {
  const turned = { fill: paint.stroke, stroke: paint.fill };
  switch (kind) {
    case 'receive':
      return [solid(boxPath({ x: 5, y: 5, width: 20, height: 14 })), outline(linePath([5, 5], [15, 13], [25, 5]))];
    case 'send':
      return [
        filled(boxPath({ x: 5, y: 5, width: 20, height: 14 }), { fill: paint.stroke }),
        outline(linePath([5, 5], [15, 13], [25, 5]), turned),
      ];
    case 'user':
      return [
        solid(path('M', 5, 24, 'V', 18, 'Q', 5, 14, 11, 13.5, 'H', 17, 'Q', 23, 14, 23, 18, 'V', 24, 'Z')),
        solid(ellipsePath({ x: 9.5, y: 5, width: 9, height: 10 })),
        filled(path('M', 9.5, 10, 'Q', 9, 4.5, 14, 4.5, 'Q', 19, 4.5, 18.5, 10, 'Q', 14, 6.5, 9.5, 10, 'Z'), {
          fill: paint.stroke,
        }),
        outline(`${linePath([9, 24], [9, 19.5])} ${linePath([19, 24], [19, 19.5])}`),
      ];
    case 'manual':
      return [
        solid(
          path(
            ['M', 5, 13, 'Q', 6, 8, 11, 7, 'H', 15, 'Q', 16, 9, 13.5, 10, 'H', 11, 'L', 23, 10],
            ['Q', 25, 11.2, 23, 12.5, 'H', 15, 'H', 24, 'Q', 25.5, 13.8, 24, 15, 'H', 15, 'H', 23],
            ['Q', 24.5, 16.2, 23, 17.5, 'H', 15, 'H', 21, 'Q', 22.5, 18.7, 21, 20, 'H', 9, 'Q', 5, 19, 5, 16, 'Z'],
          ),
        ),
      ];
    case 'service':
      return [gear(13, 13), gear(17, 17)].flat();
    case 'script':
      return [
        solid(
          path(
            'M',
            9,
            24,
            'Q',
            4,
            19,
            8.5,
            14.5,
            'Q',
            13,
            10,
            9,
            5,
            'H',
            21,
            'Q',
            25,
            10,
            20.5,
            14.5,
            'Q',
            16,
            19,
            21,
            24,
            'Z',
          ),
        ),
        outline([8, 12, 17.5, 21].map((y, i) => linePath([SCRIPT[i] ?? 9, y], [(SCRIPT[i] ?? 9) + 9, y])).join(' ')),
      ];
    case 'businessRule':
      return [
        solid(boxPath({ x: 5, y: 5, width: 20, height: 15 })),
        solid(boxPath({ x: 5, y: 5, width: 20, height: 4 }), { fill: paint.stroke }),
        outline(`${linePath([5, 14.5], [25, 14.5])} ${linePath([11, 9], [11, 20])}`),
      ];
    default:
      return [];
  }
}

/** px: where the lines of a script begin. */
const SCRIPT = [12, 12, 8, 8] as const;

/** A wheel with eight teeth, 14 px wide. */
function gear(x: number, y: number): readonly Part[] {
  const rim = Array.from({ length: 16 }, (_, i): readonly [number, number][] => {
    const radius = i % 2 === 0 ? 7.5 : 5.5;
    return [-0.13, 0.13].map((lean) => {
      const angle = (i * Math.PI) / 8 + lean;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    });
  });
  return [solid(polygonPath(...rim.flat())), solid(ellipsePath({ x: x - 2.5, y: y - 2.5, width: 5, height: 5 }))];
}

/** Marks at the middle of the lower side, 14 px wide each, in this order. */
const MARKERS: readonly (readonly [string, (x: number, y: number, frame: Frame) => readonly Part[]])[] = [
  ['isLoopStd', loop],
  [
    'isLoopMultiParallel',
    (x, y) => bars([0, 5, 10].map((at) => ({ x: x + at + 0.5, y: y + 1, width: 3, height: 12 }))),
  ],
  ['isLoopMultiSeq', (x, y) => bars([0, 5, 10].map((at) => ({ x: x + 1, y: y + at + 0.5, width: 12, height: 3 })))],
  ['isLoopComp', rewind],
  ['isLoopSub', plusBox],
  ['isAdHoc', tilde],
];

/** px: a marker, and the next one. */
const [MARKER, GAP] = [14, 2];

function markers(width: number, height: number, frame: Frame): readonly Part[] {
  const shown = MARKERS.filter(([key]) => frame.style(key) === '1');
  const left = (width - shown.length * MARKER - Math.max(0, shown.length - 1) * GAP) / 2;
  return shown.flatMap(([, draw], i) => draw(left + i * (MARKER + GAP), height - MARKER, frame));
}

function loop(x: number, y: number): readonly Part[] {
  return [
    outline(path('M', x + 5, y + 12, 'A', 5.5, 5.5, 0, 1, 1, x + 9, y + 12)),
    outline(linePath([x + 1.5, y + 12.5], [x + 5, y + 12.5], [x + 5, y + 8.5])),
  ];
}

const bars = (boxes: readonly Rectangle[]): readonly Part[] =>
  boxes.map((each) => filled(boxPath(each), { fill: '#000000' }));

function rewind(x: number, y: number): readonly Part[] {
  const triangle = (left: number): string => polygonPath([left, y + 7], [left + 6, y + 2], [left + 6, y + 12]);
  return [solid(`${triangle(x + 1)} ${triangle(x + 7)}`)];
}

function plusBox(x: number, y: number): readonly Part[] {
  return [
    solid(boxPath({ x, y, width: MARKER, height: MARKER })),
    outline(`${linePath([x + 7, y + 4], [x + 7, y + 10])} ${linePath([x + 4, y + 7], [x + 10, y + 7])}`),
  ];
}

function tilde(x: number, y: number, { paint }: Frame): readonly Part[] {
  const wave = path(
    [
      'M',
      x + 1,
      y + 9,
      'C',
      x + 2,
      y + 3,
      x + 5.5,
      y + 4.5,
      x + 7,
      y + 6,
      'C',
      x + 8.5,
      y + 7.5,
      x + 12,
      y + 8,
      x + 13,
      y + 4.5,
    ],
    [
      'V',
      y + 7.5,
      'C',
      x + 12,
      y + 12,
      x + 8.5,
      y + 10,
      x + 7,
      y + 8.5,
      'C',
      x + 5.5,
      y + 7,
      x + 2,
      y + 6,
      x + 1,
      y + 9,
      'Z',
    ],
  );
  return [filled(wave, { fill: paint.stroke })];
}

/** px: the corner that is turned down. */
const FOLD = 15;

/** A sheet with its corner turned down; an arrow says that it goes in or out, three bars that there are many. */
const data: Shape = ({ width, height, style, paint }) => {
  const fold = Math.min(width, height, FOLD, numberOf(style, 'size', FOLD));
  const transfer = style('bpmnTransferType') ?? 'none';
  const arrow = polygonPath([4, 8], [10, 8], [10, 4.5], [17, 10.5], [10, 16.5], [10, 13], [4, 13]);
  return [
    solid(polygonPath([0, 0], [width - fold, 0], [width, fold], [width, height], [0, height])),
    outline(linePath([width - fold, 0], [width - fold, fold], [width, fold])),
    ...(transfer === 'input' ? [solid(arrow)] : []),
    ...(transfer === 'output' ? [solid(arrow, { fill: paint.stroke })] : []),
    ...(style('isCollection') === '1'
      ? bars([-5, 0, 5].map((dx) => ({ x: width / 2 + dx - 1.5, y: height - 13, width: 3, height: 12 })))
      : []),
  ];
};

/** A hexagon; a call is thick, a sub-conversation has a plus. */
const conversation: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const kind = style('bpmnConversationType') ?? 'conv';
  const [near, far] = [width / 4, (width * 3) / 4];
  const ink: Ink = kind === 'call' ? { strokeWidth: 4 * paint.strokeWidth } : {};
  return [
    solid(polygonPath([0, height / 2], [near, 0], [far, 0], [width, height / 2], [far, height], [near, height]), ink),
    ...markers(width, height, frame),
  ];
};

/** BPMN 2. Sources: draw.io 24.7's pictures for rings, boxes, message, link, terminate and cancel; what BPMN says for the other signs. */
export const bpmnShapes: Family = {
  'mxgraph.bpmn.shape': { draw: eventOrGateway },
  'mxgraph.bpmn.event': { draw: event },
  'mxgraph.bpmn.gateway': { draw: gateway },
  'mxgraph.bpmn.gateway2': { draw: gateway },
  'mxgraph.bpmn.task': { draw: task },
  'mxgraph.bpmn.task2': { draw: task },
  'mxgraph.bpmn.data': { draw: data },
  'mxgraph.bpmn.data2': { draw: data },
  'mxgraph.bpmn.conversation': { draw: conversation },
};
