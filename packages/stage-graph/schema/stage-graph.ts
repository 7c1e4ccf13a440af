import type { StageGraph } from '@mxg/stage-graph';
import { z } from 'zod';
import type { Same } from '../../../test/support/same-type.ts';

/**
 * The JSON form of the stage graph, for the JSON Schema that the package ships. The TypeScript types are the truth: the check
 * at the end fails to compile when the two differ.
 */

const text = z.string();
const flag = z.boolean();
const number = z.number();
const count = z.int().min(0);
const id = text.describe('the id of a cell; `#` and its place in document order for one without');
const optionalId = id.nullable();

const page = z
  .strictObject({ index: count.describe('from 0'), id: text.nullable(), name: text.nullable() })
  .describe('a page of the file');
const evidence = z
  .strictObject({
    rule: text.describe('name of the rule that decided; `mxg graph --explain` says what it looks for'),
    cells: z.array(id).describe('the cells that it went by'),
  })
  .describe('why it was read so');

const drawn = {
  id,
  label: text.describe('as people read it, on one line; empty for none'),
  labelCell: optionalId.describe('the text cell that holds the label, when it is another one'),
  bounds: z
    .strictObject({ x: number, y: number, width: number, height: number })
    .describe(
      "px, y down, in the page's frame: the upright box around the shape, its rotation included, its label not",
    ),
  link: text.nullable().describe('of the cell, or of the text cell that names it'),
  lane: optionalId.describe('the lane around it'),
  parent: optionalId.describe('the stage or group around it'),
  hidden: flag.describe('kept from sight by a hidden layer, a hidden cell or a collapsed group'),
  evidence,
};

const stage = z.strictObject({
  ...drawn,
  notes: z.array(z.strictObject({ cell: id, text })).describe('other texts in it, in document order'),
  order: count.describe('from 0: along the flows, else the order of reading'),
});
const milestone = z.strictObject({
  ...drawn,
  between: z.tuple([optionalId, optionalId]).describe('the stages before and after it; null at an end'),
});
const mark = z.strictObject({
  ...drawn,
  kind: z.enum(['start', 'end', 'decision', 'fork', 'join']),
  order: count.describe('how many stages come before it'),
});
const container = z.strictObject({ ...drawn, stages: z.array(id).describe('the stages in it, in their order') });

const flowEnd = z.enum(['stored', 'touching', 'loose', 'placed']);
const flow = z.strictObject({
  from: optionalId.describe('a stage, milestone or mark, or another shape at the end of an edge; null for a loose end'),
  to: optionalId,
  label: text,
  via: z.enum(['edge', 'arrow', 'adjacency']),
  heads: z.enum(['to', 'both', 'none']).describe('where the arrow heads are'),
  ends: z.tuple([flowEnd, flowEnd]).describe('how each end was found; an arrow shape and adjacency go by place'),
  hidden: flag,
  evidence: z.array(id).describe('the cells that say so, the edge or arrow first'),
});

const link = z.strictObject({
  cell: id,
  index: count.describe('of the cell in document order, from 0'),
  at: z
    .enum(['cell', 'label', 'action'])
    .describe('the cell itself, `<a href>` in its label, or `open` in its custom action'),
  owner: optionalId.describe('the stage or milestone that the cell belongs to'),
  label: text,
  href: text.describe('as written, entities resolved'),
  kind: z.enum(['anchor', 'page', 'external', 'diagram-page', 'action', 'mail', 'unsafe']),
  path: text.nullable().describe('all before `#`, empty for the page itself; of a diagram page its id'),
  fragment: text.nullable().describe('all after `#`'),
  page: page.nullable().describe('of a diagram page: where it leads; null when there is none such'),
  missing: z.array(id).describe('of an action: ids that it names and no cell of the page has'),
  hidden: flag,
});

const decoration = z.strictObject({
  cell: id,
  role: z.enum(['flow', 'title', 'note', 'divider', 'arrow', 'image', 'decoration']),
  of: optionalId.describe('what it names, labels or stands in'),
  label: text,
  hidden: flag,
  evidence,
});

/** The schema of a stage graph. `mxg graph` adds where it comes from, so the outermost object takes more keys. */
export const stageGraph = z
  .looseObject({
    schemaVersion: z.literal(1),
    page,
    stages: z.array(stage).describe('in order'),
    milestones: z.array(milestone),
    marks: z.array(mark).describe('symbols that flows run through, in order'),
    lanes: z.array(container),
    groups: z.array(container),
    flows: z.array(flow),
    links: z.array(link).describe('in document order'),
    decorations: z.array(decoration).describe('whatever is none of these, in document order'),
  })
  .describe('a page of a draw.io diagram as its readers see it');

/** The JSON Schema, as it is shipped. */
export const stageGraphSchema = (): unknown => ({ title: 'StageGraph', ...z.toJSONSchema(stageGraph) });

/** The keys that are named, without the rest that a loose object takes. */
type Named<T> = { [Key in keyof T as string extends Key ? never : Key]: T[Key] };

/** Does not compile when the schema and the types differ. */
export const schemaIsTheType: Same<Named<z.infer<typeof stageGraph>>, StageGraph> = true;
