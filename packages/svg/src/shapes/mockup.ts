import { path } from '../draw/element.ts';
import { filled, outline, solid, type Frame, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import { anchor, boxRoundedBy, caption, circlePath, gridOf, inColour, inFill, lines, listOf } from './drawing.ts';
import type { Family } from './family.ts';
import { box, whole } from './general.ts';
import { barChart, columnChart, lineChart, pieChart } from './mockup-charts.ts';
import { rating } from './rating.ts';

const GREY = '#c4c4c4';
const BLUE = '#008cff';

/** A window with a tab, an address bar and buttons, all of fixed size. */
const browserWindow: Shape = (frame) => {
  const { width, style } = frame;
  const [near, ink] = [inColour(style, 'strokeColor2', BLUE), inColour(style, 'strokeColor3', GREY)];
  const full = inFill(style, 'strokeColor3', GREY);
  const tab = path(
    ['M', 0, 40, 'H', 30, 'V', 15, 'A', 5, 5, 0, 0, 1, 35, 10, 'H', 170, 'A', 5, 5, 0, 0, 1, 175, 15],
    ['V', 40, 'H', Math.max(175, width), 'M', 0, 110, 'H', width],
  );
  const reload = path(
    ['M', 90.5, 79, 'A', 10.5, 10.5, 0, 1, 1, 90, 67.5, 'L', 92.5, 64.5, 'L', 93, 74, 'L', 83.5, 73.5],
    ['L', 86.3, 70.8, 'A', 5.7, 5.7, 0, 1, 0, 86.5, 77, 'Z'],
  );
  return [
    ...box(frame),
    outline(circlePath(width - 65, 15, 10)),
    outline(circlePath(width - 40, 15, 10)),
    outline(circlePath(width - 15, 15, 10), near),
    outline(tab, ink),
    outline(boxPath({ x: 100, y: 55, width: Math.max(0, width - 110), height: 35 }, 5), ink),
    outline(sheet(37, 17, 15, 18, 5), ink),
    outline(sheet(107, 64, 15, 18, 5), { ...ink, strokeWidth: 2 }),
    filled(polygonPath([11, 74], [23, 62], [23, 68], [33, 68], [33, 80], [23, 80], [23, 86]), full),
    filled(polygonPath([63, 74], [51, 62], [51, 68], [41, 68], [41, 80], [51, 80], [51, 86]), full),
    filled(reload, full),
  ];
};

/** A sheet with a corner turned down. */
const sheet = (x: number, y: number, width: number, height: number, fold: number): string => {
  const right = x + width;
  return `${polygonPath([x, y], [right - fold, y], [right, y + fold], [right, y + height], [x, y + height])} ${linePath([right - fold, y], [right - fold, y + fold], [right, y + fold])}`;
};

/** px: what stands below the picture of a video. */
const videoPlayer: Shape = (frame) => {
  const { width, height, style } = frame;
  const bar = height - numberOf(style, 'barHeight', 30);
  const at = 8 + (Math.max(0, Math.min(100, numberOf(style, 'barPos', 20))) / 100) * Math.max(0, width - 16);
  const near = inColour(style, 'strokeColor2', BLUE);
  const far = inColour(style, 'strokeColor3', GREY);
  const [x, y] = [width - 36, height - 21];
  return [
    ...box(frame),
    ...lines([[0, bar, Math.max(0, at - 8), bar]], near),
    ...lines([[at + 8, bar, width, bar]], far),
    outline(circlePath(at, bar, 8)),
    outline(circlePath(at, bar, 4), far),
    filled(polygonPath([8.5, height - 20], [18.5, height - 15], [8.5, height - 10]), inFill(style, 'fillColor2', BLUE)),
    outline(
      path(
        ['M', 41, height - 21, 'Q', 45, height - 15, 41, height - 9],
        ['M', 42.5, height - 21.5, 'Q', 48, height - 15, 42.5, height - 8.5],
      ),
      near,
    ),
    ...lines(
      [
        [x, y + 3, x, y],
        [x, y, x + 4, y],
        [x + 20, y, x + 24, y],
        [x + 24, y, x + 24, y + 3],
        [x + 24, y + 9, x + 24, y + 12],
        [x + 24, y + 12, x + 20, y + 12],
        [x + 4, y + 12, x, y + 12],
        [x, y + 12, x, y + 9],
      ],
      near,
    ),
    ...caption(frame, '0:00/3:53', {
      x: 57,
      y: height - 12,
      size: 15,
      align: 'left',
      colour: style('textColor') ?? '#666666',
    }),
  ];
};

/** A picture that is still to come. */
const simpleIcon: Shape = (frame) => [...box(frame), outline(crossIn(0, 0, frame.width, frame.height))];

const crossIn = (x: number, y: number, width: number, height: number): string =>
  `${linePath([x, y], [x + width, y + height])} ${linePath([x + width, y], [x, y + height])}`;

/** Pictures that are still to come. */
const iconGrid: Shape = (frame) => {
  const boxes = gridOf(frame);
  return [
    solid(boxes.map((each) => boxPath(each)).join(' ')),
    outline(boxes.map(({ x, y, width, height }) => crossIn(x, y, width, height)).join(' ')),
  ];
};

/** A field with a looking glass. */
const searchBox: Shape = (frame) => {
  const { width, height, style } = frame;
  const [x, y] = [width - 10.5, height / 2 - 3];
  const glass = `${circlePath(x, y, 5)} ${linePath([x - 3.2, y + 4], [x - 9, y + 11.5])}`;
  return [...box(frame), outline(glass, inColour(style, 'strokeColor2', BLUE)), ...mainText(frame, 'left')];
};

/** The text that a shape brings itself, in its middle or at its left. */
function mainText(frame: Frame, align: 'left' | 'center', fallback = ''): readonly Part[] {
  const { width, height, style } = frame;
  return caption(frame, style('mainText') ?? fallback, {
    x: align === 'left' ? 5 : width / 2,
    y: height / 2,
    size: numberOf(style, 'textSize', 17),
    align,
    colour: style('textColor') ?? '#666666',
  });
}

/** A white field with a button that opens a list. */
const comboBox: Shape = (frame) => {
  const { width, height, style } = frame;
  const left = Math.max(0, width - 30);
  const [x, y] = [(left + width) / 2, height / 2];
  const radius = Math.min(5, width / 2, height / 2);
  const arc = ['A', radius, radius, 0, 0, 1];
  const opener = path(
    ['M', left, 0, 'H', width - radius, ...arc, width, radius, 'V', height - radius],
    [...arc, width - radius, height, 'H', left, 'Z'],
  );
  return [
    solid(boxPath(whole(frame), radius), { fill: '#ffffff' }),
    solid(opener),
    filled(polygonPath([x - 7, y - 5], [x + 7, y - 5], [x, y + 5]), inFill(style, 'fillColor2', '#aaddff')),
    ...mainText(frame, 'left'),
  ];
};

/** A field with two triangles that count up and down. */
const spinner: Shape = (frame) => {
  const { width, height, style } = frame;
  const [layout, middle] = [style('spinLayout') ?? 'right', height / 2];
  const field = solid(boxPath(whole(frame), style('spinStyle') === 'square' ? 0 : 10), { fill: '#ffffff' });
  const ink = inFill(style, 'fillColor', '#ffffff');
  const colour = style('textColor') ?? '#666666';
  const text = (x: number): readonly Part[] =>
    caption(frame, style('mainText') ?? '100', { x, y: middle, size: numberOf(style, 'textSize', 17), colour });
  if (layout === 'right') {
    const [left, x] = [width - 21, width - 11];
    const up = polygonPath([x, middle - 9.5], [x + 4.5, middle - 1.5], [x - 4.5, middle - 1.5]);
    const down = polygonPath([x, middle + 9.5], [x + 4.5, middle + 1.5], [x - 4.5, middle + 1.5]);
    return [
      field,
      ...lines([
        [left, 0, left, height],
        [left, middle, width, middle],
      ]),
      filled(`${up} ${down}`, ink),
      ...text(left / 2),
    ];
  }
  const arrow = (x: number, to: number): string =>
    polygonPath([x + to, middle], [x - to, middle - 4.5], [x - to, middle + 4.5]);
  return [
    field,
    ...lines([
      [20, 0, 20, height],
      [width - 20, 0, width - 20, height],
    ]),
    filled(`${arrow(10, -3.5)} ${arrow(width - 10, 3.5)}`, ink),
    ...text(width / 2),
  ];
};

/** A button; `buttonStyle` says how its corners are: round, chevron or square. */
const button: Shape = (frame) => {
  const { width, height, style } = frame;
  const kind = style('buttonStyle') ?? 'round';
  const middle = height / 2;
  const outlineOf =
    kind === 'chevron'
      ? polygonPath([0, 0], [width - 10, 0], [width, middle], [width - 10, height], [0, height], [10, middle])
      : boxPath(whole(frame), kind === 'round' ? 10 : 0);
  return [solid(outlineOf), ...buttonText(frame, style('mainText') ?? '', middle)];
};

const buttonText = (frame: Frame, text: string, y: number): readonly Part[] =>
  caption(frame, text, {
    x: frame.width / 2,
    y,
    size: numberOf(frame.style, 'textSize', 17),
    colour: frame.style('textColor') ?? '#ffffff',
    bold: true,
  });

/** A button with a text and a smaller one below. */
const multiButton: Shape = (frame) => {
  const { height, style, width } = frame;
  return [
    solid(boxPath(whole(frame), 10)),
    ...buttonText(frame, style('mainText') ?? '', height * 0.4),
    ...caption(frame, style('subText') ?? '', {
      x: width / 2,
      y: height * 0.7,
      size: numberOf(style, 'subTextSize', 12),
      colour: style('textColor') ?? '#ffffff',
    }),
  ];
};

/** A level line across the middle, whatever the height. */
const markupLine: Shape = ({ width, height }) => lines([[0, height / 2, width, height / 2]]);

/** A brace that points up. */
const curlyBrace: Shape = ({ width, height }) => {
  const [middle, bend, y] = [width / 2, Math.min(5, width / 4), height / 2];
  return [
    outline(
      path(
        ['M', 0, height, 'Q', 0, y, bend, y, 'L', middle - bend, y, 'Q', middle, y, middle, 0],
        ['Q', middle, y, middle + bend, y, 'L', width - bend, y, 'Q', width, y, width, height],
      ),
    ),
  ];
};

/** A head and shoulders in a box. */
const user: Shape = (frame) => {
  const { width: w, height: h } = frame;
  const shoulders = path(
    ['M', 0, h, 'C', 0, 0.75 * h, 0.12 * w, 0.7 * h, 0.36 * w, 0.66 * h, 'L', 0.36 * w, 0.58 * h],
    ['L', 0.64 * w, 0.58 * h, 'L', 0.64 * w, 0.66 * h, 'C', 0.88 * w, 0.7 * h, w, 0.75 * h, w, h, 'Z'],
  );
  return [solid(shoulders), solid(ellipsePath({ x: 0.27 * w, y: 0, width: 0.46 * w, height: 0.62 * h }))];
};

/** px from the sides to the inner box, by the keys of a style. */
export const marginRect: Shape = (frame) => {
  const { width, height, style } = frame;
  const size = numberOf(style, 'rectMargin', 10);
  const side = (key: string): number => size + numberOf(style, key, 0);
  const [x, y] = [side('rectMarginLeft'), side('rectMarginTop')];
  const inner = {
    x,
    y,
    width: Math.max(0, width - x - side('rectMarginRight')),
    height: Math.max(0, height - y - side('rectMarginBottom')),
  };
  return [solid(boxPath(inner, style('rounded') === '1' || style('rectStyle') === 'rounded' ? 10 : 0))];
};

/** Open above. */
const uRect: Shape = (frame) => {
  const { width, height } = frame;
  return [filled(boxPath(whole(frame))), outline(linePath([0, 0], [0, height], [width, height], [width, 0]))];
};

/** A tick. */
const checkbox: Shape = (frame) => {
  const { width: w, height: h } = frame;
  return [
    ...boxRoundedBy('rSize')(frame),
    outline(linePath([0.2 * w, 0.5 * h], [0.42 * w, 0.75 * h], [0.8 * w, 0.25 * h])),
  ];
};

/** A bar that is full so far as `barPos` says. */
const progressBar: Shape = (frame) => {
  const { width, height, style } = frame;
  const at = (width * Math.max(0, Math.min(100, numberOf(style, 'barPos', 40)))) / 100;
  return [
    ...box(frame),
    filled(boxPath({ x: 0, y: 0, width: at, height }), inFill(style, 'fillColor2', '#ddeeff')),
    outline(boxPath(whole(frame))),
  ];
};

/** Texts side by side or one below the other, the chosen one (marked by `+`) on a ground of its own. */
const textBar =
  (level: boolean): Shape =>
  (frame) => {
    const { width, height, style } = frame;
    const texts = listOf(style, 'mainText', level ? '+Button 1,Button 2,Button 3' : '+Item 1,Item 2,Item 3');
    const share = 1 / texts.length;
    const [w, h] = level ? [width * share, height] : [width, height * share];
    const cell = (
      i: number,
    ): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } => ({
      x: level ? i * w : 0,
      y: level ? 0 : i * h,
      width: w,
      height: h,
    });
    const chosen = texts.findIndex((text) => text.startsWith('+'));
    return [
      solid(boxPath(whole(frame), 10)),
      ...(chosen < 0
        ? []
        : [filled(boxPath(cell(chosen), chosen === 0 ? 10 : 0), inFill(style, 'fillColor2', '#008cff'))]),
      ...texts.slice(1).flatMap((_, i): readonly Part[] => {
        const { x, y } = cell(i + 1);
        return lines([level ? [x, 0, x, height] : [0, y, width, y]], inColour(style, 'strokeColor2', GREY));
      }),
      outline(boxPath(whole(frame), 10)),
      ...texts.flatMap((text, i) => {
        const at = cell(i);
        return caption(frame, text.replace(/^\+/, ''), {
          x: at.x + w / 2,
          y: at.y + h / 2,
          size: numberOf(style, 'textSize', 17),
          colour: style(i === chosen ? 'textColor2' : 'textColor') ?? (i === chosen ? '#ffffff' : '#666666'),
        });
      }),
    ];
  };

/** A bubble with a tail below. */
const textCallout: Shape = (frame) => {
  const { width, height } = frame;
  const low = height - Math.min(15, height / 3);
  return [
    ...caption(frame, frame.style('linkText') ?? '', {
      x: width / 2,
      y: low / 2,
      size: numberOf(frame.style, 'textSize', 17),
      colour: frame.style('textColor') ?? '#666666',
    }),
    outline(linePath([width / 2, low], [width / 2, height])),
  ];
};

/** Draw.io's wire frames. Source: its 24.7 pictures for browserWindow, videoPlayer, searchBox, spinner, icons, buttons, rating, line and brace; else what the names say. */
export const mockupShapes: Family = {
  'mxgraph.mockup.anchor': { draw: anchor },
  'mxgraph.mockup.containers.anchor': { draw: anchor },
  'mxgraph.mockup.forms.anchor': { draw: anchor },
  'mxgraph.mockup.navigation.anchor': { draw: anchor },
  'mxgraph.mockup.text.anchor': { draw: anchor },
  'mxgraph.mockup.containers.browserWindow': { draw: browserWindow },
  'mxgraph.mockup.containers.videoPlayer': { draw: videoPlayer },
  'mxgraph.mockup.containers.userMale': { draw: user },
  'mxgraph.mockup.containers.userFemale': { draw: user },
  'mxgraph.mockup.containers.marginRect': { draw: marginRect },
  'mxgraph.mockup.containers.marginRect2': { draw: marginRect },
  'mxgraph.mockup.containers.rrect': { draw: boxRoundedBy('rSize', 10) },
  'mxgraph.mockup.rrect': { draw: boxRoundedBy('rSize', 10) },
  'mxgraph.mockup.forms.rrect': { draw: boxRoundedBy('rSize', 10) },
  'mxgraph.mockup.forms.uRect': { draw: uRect },
  'mxgraph.mockup.forms.searchBox': { draw: searchBox },
  'mxgraph.mockup.forms.comboBox': { draw: comboBox },
  'mxgraph.mockup.forms.spinner': { draw: spinner },
  'mxgraph.mockup.forms.checkbox': { draw: checkbox },
  'mxgraph.mockup.misc.progressBar': { draw: progressBar },
  'mxgraph.mockup.misc.rating': { draw: rating },
  'mxgraph.mockup.buttons.button': { draw: button },
  'mxgraph.mockup.buttons.multiButton': { draw: multiButton },
  'mxgraph.mockup.buttons.horButtonBar': { draw: textBar(true) },
  'mxgraph.mockup.buttons.verButtonBar': { draw: textBar(false) },
  'mxgraph.mockup.graphics.simpleIcon': { draw: simpleIcon },
  'mxgraph.mockup.graphics.iconGrid': { draw: iconGrid },
  'mxgraph.mockup.graphics.pieChart': { draw: pieChart },
  'mxgraph.mockup.graphics.barChart': { draw: barChart },
  'mxgraph.mockup.graphics.columnChart': { draw: columnChart },
  'mxgraph.mockup.graphics.lineChart': { draw: lineChart },
  'mxgraph.mockup.markup.line': { draw: markupLine },
  'mxgraph.mockup.markup.curlyBrace': { draw: curlyBrace },
  'mxgraph.mockup.text.callout': { draw: textCallout },
  'mxgraph.mockup.text.textBox': { draw: boxRoundedBy('rSize') },
  'mxgraph.mockup.text.rrect': { draw: boxRoundedBy('rSize', 10) },
};
