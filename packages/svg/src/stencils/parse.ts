import { XMLParser } from 'fast-xml-parser';
import type { Box, Segment, Stencil, Step, TextStep } from './stencil.ts';
import { unescaped } from './unescaped.ts';

/** Reads the XML of one shape, `<shape …>…</shape>`; null for what is none. Steps that are not known are left out. */
export function parseStencil(xml: string): Stencil | null {
  const shape = childrenOf(parsed(xml)).find(({ name }) => name === 'shape');
  if (shape === undefined) return null;
  const { text, number } = shape;
  const strokeWidth = text('strokewidth');
  const parts = childrenOf(shape.inside);
  return {
    width: number('w') || 100,
    height: number('h') || 100,
    keepsAspect: text('aspect') === 'fixed',
    strokeWidth: strokeWidth === 'inherit' ? 'inherit' : strokeWidth === null ? 1 : number('strokewidth'),
    steps: [...stepsOf('background', parts), ...stepsOf('foreground', parts)],
  };
}

const stepsOf = (name: string, parts: readonly Element[]): readonly Step[] =>
  childrenOf(parts.find((part) => part.name === name)?.inside).flatMap(
    (element) => STEPS.get(element.name)?.(element) ?? [],
  );

/** References are resolved here and entities not at all: a document's own may be bombs. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** What is no XML at all is nothing. */
function parsed(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    return [];
  }
}

/** An element, its attributes asked for by name. */
interface Element {
  readonly name: string;
  readonly text: (key: string) => string | null;
  /** 0 for what is missing or no number. */
  readonly number: (key: string) => number;
  readonly inside: unknown;
}

const ATTRIBUTES = ':@';

/** The elements in what the parser gives: a list of `{ name: […], ':@': attributes }`. */
function childrenOf(nodes: unknown): readonly Element[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: Readonly<Record<string, unknown>>) => {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (name === undefined || name.startsWith('#')) return [];
    const attributes = new Map(Object.entries((node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>));
    const text = (key: string): string | null => {
      const value = attributes.get(key);
      return value === undefined ? null : unescaped(value);
    };
    const number = (key: string): number => {
      const value = Number(attributes.get(key));
      return Number.isFinite(value) ? value : 0;
    };
    return [{ name, text, number, inside: node[name] }];
  });
}

const boxOf = ({ number }: Element): Box => ({
  x: number('x'),
  y: number('y'),
  width: number('w'),
  height: number('h'),
});

const colour =
  (what: 'fill' | 'stroke' | 'fontColour') =>
  ({ text }: Element): Step => ({ kind: 'set', what, value: text('color') ?? 'none' });

const alpha =
  (what: 'alpha' | 'fillAlpha' | 'strokeAlpha') =>
  ({ text, number }: Element): Step => ({ kind: 'set', what, value: text('alpha') === null ? 1 : number('alpha') });

const STEPS: ReadonlyMap<string, (element: Element) => Step> = new Map<string, (element: Element) => Step>([
  [
    'path',
    ({ text, number, inside }) => ({
      kind: 'path',
      segments: segmentsOf(inside),
      rounding: text('rounded') === '1' ? number('arcSize') : null,
    }),
  ],
  ['rect', (element) => ({ kind: 'rect', ...boxOf(element) })],
  ['ellipse', (element) => ({ kind: 'ellipse', ...boxOf(element) })],
  ['roundrect', (element) => ({ kind: 'roundrect', arc: element.number('arcsize') || 15, ...boxOf(element) })],
  ['fillstroke', () => ({ kind: 'paint', fills: true, strokes: true })],
  ['fill', () => ({ kind: 'paint', fills: true, strokes: false })],
  ['stroke', () => ({ kind: 'paint', fills: false, strokes: true })],
  [
    'image',
    (element) => ({
      kind: 'image',
      href: element.text('src') ?? '',
      flipH: element.text('flipH') === '1',
      flipV: element.text('flipV') === '1',
      ...boxOf(element),
    }),
  ],
  ['text', textOf],
  ['include-shape', (element) => ({ kind: 'include', name: element.text('name') ?? '', ...boxOf(element) })],
  ['save', () => ({ kind: 'save' })],
  ['restore', () => ({ kind: 'restore' })],
  ['fillcolor', colour('fill')],
  ['strokecolor', colour('stroke')],
  ['fontcolor', colour('fontColour')],
  ['fontfamily', ({ text }) => ({ kind: 'set', what: 'family', value: text('family') ?? '' })],
  ['fontsize', ({ number }) => ({ kind: 'set', what: 'fontSize', value: number('size') })],
  ['fontstyle', ({ number }) => ({ kind: 'set', what: 'fontStyle', value: number('style') })],
  ['alpha', alpha('alpha')],
  ['fillalpha', alpha('fillAlpha')],
  ['strokealpha', alpha('strokeAlpha')],
  [
    'strokewidth',
    ({ text, number }) => ({
      kind: 'set',
      what: 'strokeWidth',
      value: number('width'),
      isFixed: text('fixed') === '1',
    }),
  ],
  ['dashed', ({ text }) => ({ kind: 'set', what: 'dashed', value: text('dashed') === '1' })],
  ['dashpattern', ({ text }) => ({ kind: 'set', what: 'pattern', value: patternOf(text('pattern')) })],
  [
    'linejoin',
    ({ text }) => ({ kind: 'set', what: 'join', value: oneOf(['round', 'bevel'], text('join')) ?? 'miter' }),
  ],
  ['linecap', ({ text }) => ({ kind: 'set', what: 'cap', value: oneOf(['round', 'square'], text('cap')) ?? 'butt' })],
  ['miterlimit', ({ number }) => ({ kind: 'set', what: 'miterLimit', value: number('limit') })],
]);

const oneOf = <T extends string>(known: readonly T[], written: string | null): T | null =>
  known.find((each) => each === written) ?? null;

function textOf({ text, number }: Element): TextStep {
  return {
    kind: 'text',
    text: text('str') ?? '',
    x: number('x'),
    y: number('y'),
    align: oneOf(['center', 'right'], text('align')) ?? 'left',
    verticalAlign: oneOf(['middle', 'bottom'], text('valign')) ?? 'top',
    rotation: (text('vertical') === '1' ? -90 : 0) - number('rotation'),
    staysLevel: text('align-shape') === '0',
  };
}

/** What holds anything but lengths (`none`) is no pattern. */
function patternOf(written: string | null): readonly number[] | null {
  const lengths = (written ?? '')
    .split(' ')
    .filter((length) => length !== '')
    .slice(0, 40)
    .map(Number);
  return lengths.length > 0 && lengths.every((length) => length >= 0 && Number.isFinite(length)) ? lengths : null;
}

/** The attributes that hold the numbers of a segment. */
const SEGMENTS: ReadonlyMap<string, readonly [command: Segment['command'], ...keys: readonly string[]]> = new Map([
  ['move', ['M', 'x', 'y']],
  ['line', ['L', 'x', 'y']],
  ['quad', ['Q', 'x1', 'y1', 'x2', 'y2']],
  ['curve', ['C', 'x1', 'y1', 'x2', 'y2', 'x3', 'y3']],
  ['arc', ['A', 'rx', 'ry', 'x-axis-rotation', 'large-arc-flag', 'sweep-flag', 'x', 'y']],
  ['close', ['Z']],
]);

const segmentsOf = (inside: unknown): readonly Segment[] =>
  childrenOf(inside).flatMap(({ name, number }) => {
    const [command, ...keys] = SEGMENTS.get(name) ?? [];
    return command === undefined ? [] : [{ command, numbers: keys.map(number) }];
  });
