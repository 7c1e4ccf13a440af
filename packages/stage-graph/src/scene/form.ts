import { styleFlag, styleNames, styleNumber, styleValue, type Style } from '@mxg/model';

/** What a shape looks like, as far as its meaning depends on it. */
export type Form =
  | 'text'
  | 'line'
  | 'box'
  | 'round'
  | 'diamond'
  | 'chevron'
  | 'icon'
  | 'arrow'
  | 'note'
  | 'store'
  | 'actor'
  | 'brace'
  | 'lane'
  | 'group'
  | 'terminator'
  | 'junction'
  | 'reference'
  | 'start'
  | 'end'
  | 'decision'
  | 'parallel';

/** The form that a style draws; a shape that is not in the tables is a box, one of an icon library an icon. */
export function formOf(style: Style): Form {
  const names = styleNames(style);
  const shape = styleValue(style, 'shape') ?? names.find((name) => KNOWN.has(name)) ?? '';
  return bpmnForm(shape, style) ?? KNOWN.get(shape) ?? familyForm(shape) ?? plainForm(shape, names, style);
}

/** Shapes by form; source: the shape menus of draw.io 24.7 and the BPMN 2.0 and UML 2.5 notations. */
const SHAPES: Readonly<Record<Exclude<Form, 'box'>, string>> = {
  text: 'text edgeLabel partialRectangle',
  line: 'line hline crossbar link wire dimension mxgraph.bootstrap.horLine mxgraph.sap.divider mxgraph.ios7.misc.divider',
  round: 'ellipse doubleEllipse mxgraph.basic.partConcEllipse lineEllipse',
  diamond: 'mxgraph.basic.diamond',
  chevron: 'step triangle mxgraph.arrows2.arrow mxgraph.infographic.ribbonSimple',
  icon: 'image icon stencil',
  arrow:
    'singleArrow doubleArrow arrow flexArrow mxgraph.arrows2.bendArrow mxgraph.arrows2.bendDoubleArrow mxgraph.arrows2.calloutArrow ' +
    'mxgraph.arrows2.calloutDoubleArrow mxgraph.arrows2.jumpInArrow mxgraph.arrows2.stylisedArrow mxgraph.arrows2.sharpArrow ' +
    'mxgraph.arrows2.sharpArrow2 mxgraph.arrows2.tailedArrow mxgraph.arrows2.tailedNotchedArrow mxgraph.arrows2.triadArrow ' +
    'mxgraph.arrows2.twoWayArrow mxgraph.arrows2.uTurnArrow mxgraph.arrows2.wedgeArrow mxgraph.arrows2.wedgeArrowDashed',
  note:
    'note note2 callout document mxgraph.flowchart.document mxgraph.flowchart.document2 mxgraph.flowchart.multi-document ' +
    'mxgraph.flowchart.annotation_1 mxgraph.flowchart.annotation_2 mxgraph.bpmn.data mxgraph.bpmn.data2 mxgraph.basic.document ' +
    'mxgraph.basic.rectCallout mxgraph.basic.roundRectCallout mxgraph.basic.oval_callout mxgraph.basic.cloud_callout message ' +
    'mxgraph.flowchart.paper_tape',
  store:
    'cylinder cylinder2 cylinder3 datastore mxgraph.flowchart.database mxgraph.flowchart.direct_data mxgraph.flowchart.stored_data ' +
    'mxgraph.flowchart.internal_storage mxgraph.flowchart.sequential_data dataStorage internalStorage tape mxgraph.bpmn.data_store',
  actor: 'umlActor actor mxgraph.basic.user',
  brace: 'curlyBracket mxgraph.basic.brace',
  lane: 'swimlane table tableRow umlFrame mxgraph.bpmn.pool mxgraph.swimlane',
  group: 'group',
  terminator: 'mxgraph.flowchart.terminator mxgraph.flowchart.start_1 mxgraph.flowchart.start_2',
  junction: 'waypoint',
  reference: 'mxgraph.flowchart.on-page_reference mxgraph.flowchart.off-page_reference offPageConnector',
  start: 'startState',
  end: 'endState umlDestroy mxgraph.bpmn.endEvent mxgraph.sysml.flowFinal',
  decision: 'rhombus mxgraph.flowchart.decision mxgraph.bpmn.gateway',
  parallel:
    'orEllipse sumEllipse mxgraph.flowchart.or mxgraph.flowchart.summing_function mxgraph.flowchart.parallel_mode',
};

const KNOWN: ReadonlyMap<string, Form> = new Map(
  Object.entries(SHAPES).flatMap(([form, shapes]) => shapes.split(' ').map((shape) => [shape, form as Form])),
);

/** Libraries whose shapes are drawn as boxes with a label inside; the shapes of all other libraries are icons. */
const BOX_LIBRARIES =
  /^mxgraph\.(?:flowchart|basic|bpmn|archimate|archimate3|bootstrap|infographic|mockup|sysml|eip|lean_mapping|dfd|er|cisco19\.rect|gmdl|sitemap|ios|ios7|android|c4|rackGeneral|salesforce|sap)\b/;

function familyForm(shape: string): Form | null {
  if (shape.startsWith('mxgraph.arrows')) return 'arrow';
  if (shape.startsWith('mxgraph.') && !BOX_LIBRARIES.test(shape) && !/rect$/i.test(shape)) return 'icon';
  return shape.startsWith('stencil(') || shape.startsWith('image/stencil(') ? 'icon' : null;
}

/** BPMN shapes say what they are by their outline and symbol. */
function bpmnForm(shape: string, style: Style): Form | null {
  if (shape === 'mxgraph.bpmn.gateway2') return styleValue(style, 'gwType') === 'parallel' ? 'parallel' : 'decision';
  if (shape !== 'mxgraph.bpmn.shape' && shape !== 'mxgraph.bpmn.event') return null;
  if ((styleValue(style, 'perimeter') ?? '').includes('rhombus') || styleValue(style, 'background') === 'gateway') {
    return (styleValue(style, 'symbol') ?? '').startsWith('parallel') ? 'parallel' : 'decision';
  }
  const outline = styleValue(style, 'outline');
  if (outline === 'end') return 'end';
  return outline === 'standard' ? 'start' : 'terminator';
}

function plainForm(shape: string, names: readonly string[], style: Style): Form {
  const undrawn = styleValue(style, 'fillColor') === 'none' && styleValue(style, 'strokeColor') === 'none';
  if (styleValue(style, 'image') !== null && shape !== 'label') return 'icon';
  if (undrawn && shape === '') return 'text';
  if (isPill(style)) return 'terminator';
  return (styleValue(style, 'perimeter') ?? '').startsWith('ellipse') && names.length === 0 ? 'round' : 'box';
}

/** A box whose ends are half circles. */
const isPill = (style: Style): boolean =>
  styleFlag(style, 'rounded') && !styleFlag(style, 'absoluteArcSize') && styleNumber(style, 'arcSize', 0) >= 40;
