import type { Cell, MxFile } from '@mxg/model';
import { z } from 'zod';
import type { Same } from '../../../test/support/same-type.ts';

/**
 * The JSON form of the model, for the JSON Schema that the package ships. The TypeScript types are the truth: the checks at
 * the end fail to compile when the two differ.
 */

const text = z.string();
const optionalText = text.nullable();
const flag = z.boolean();
const number = z.number();
const optionalNumber = number.nullable();
const optionalFlag = flag.nullable();
const index = z.int().min(0);

const attribute = z.strictObject({ name: text, value: text });
const point = z.strictObject({ x: number, y: number }).describe('px, y down');
const rectangle = z.strictObject({ x: number, y: number, width: number, height: number }).describe('px, y down');
const style = z
  .strictObject({
    text: text.describe('as written'),
    entries: z
      .array(z.strictObject({ key: text, value: optionalText.describe('null for a bare word') }))
      .describe('in order; of a repeated key the last counts'),
  })
  .describe('a style string and its entries');
const geometry = z
  .strictObject({
    x: number,
    y: number,
    width: number,
    height: number,
    relative: flag.describe("x and y are fractions of the parent's size, or a place along an edge"),
    points: z.array(point).describe('waypoints from source to target'),
    sourcePoint: point.nullable(),
    targetPoint: point.nullable(),
    offset: point.nullable().describe('px, added after `relative`'),
    alternateBounds: rectangle.nullable(),
  })
  .describe("px, y down, relative to the parent's upper left corner");

const common = {
  index: index.describe('place in document order, from 0'),
  id: optionalText,
  parent: optionalText.describe('id of the parent'),
  label: text.describe('as stored: text, or HTML where the style says html=1'),
  link: optionalText,
  tooltip: optionalText,
  tags: z.array(text),
  placeholders: flag.describe('whether %name% in the label stands for a property'),
  style,
  visible: flag,
  collapsed: flag,
  connectable: flag,
  geometry: geometry.nullable(),
  properties: z.array(attribute).describe('custom properties, in order'),
  wrapper: optionalText.describe('name of the element around the mxCell'),
  unknownAttributes: z.array(attribute),
  unknownElements: z.array(text).describe('as XML text'),
};

const cell = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('root'), ...common }),
  z.strictObject({ kind: z.literal('layer'), ...common }),
  z.strictObject({ kind: z.literal('vertex'), ...common }),
  z.strictObject({ kind: z.literal('edge-label'), ...common }),
  z.strictObject({ kind: z.literal('edge'), ...common, source: optionalText, target: optionalText }),
  z.strictObject({ kind: z.literal('plain'), ...common }),
]);

const settings = z
  .strictObject({
    dx: optionalNumber,
    dy: optionalNumber,
    grid: optionalFlag,
    gridSize: optionalNumber.describe('px'),
    guides: optionalFlag,
    tooltips: optionalFlag,
    connect: optionalFlag,
    arrows: optionalFlag,
    fold: optionalFlag,
    page: optionalFlag,
    pageScale: optionalNumber,
    pageWidth: optionalNumber.describe('px'),
    pageHeight: optionalNumber.describe('px'),
    background: optionalText,
    backgroundImage: optionalText.describe('JSON, as stored'),
    math: optionalFlag,
    shadow: optionalFlag,
    extFonts: optionalText,
    adaptiveColors: optionalText,
  })
  .describe("null: not given, then draw.io's default counts");

const page = z.strictObject({
  index: index.describe('from 0'),
  id: optionalText,
  name: optionalText,
  storage: z.enum(['elements', 'text', 'image', 'empty']),
  attributes: z.array(attribute),
  model: z
    .strictObject({
      settings,
      unknownAttributes: z.array(attribute),
      cells: z.array(cell).describe('in document order'),
    })
    .nullable(),
});

/** The schema of what `mxg decode --json` prints for one diagram. */
export const mxFile = z
  .strictObject({
    root: z.enum(['mxfile', 'mxGraphModel', 'mxlibrary']),
    attributes: z.array(attribute),
    pages: z.array(page),
  })
  .describe('a decoded draw.io diagram');

/** The JSON Schema, as it is shipped. */
export const mxFileSchema = (): unknown => ({ title: 'MxFile', ...z.toJSONSchema(mxFile) });

/** Does not compile when the schema and the types differ. */
export const schemaIsTheType: [Same<z.infer<typeof mxFile>, MxFile>, Same<z.infer<typeof cell>, Cell>] = [true, true];
