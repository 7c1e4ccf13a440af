import { archimateShapes } from './archimate.ts';
import { basicShapes } from './basic.ts';
import { blockArrows } from './block-arrows.ts';
import { bootstrapShapes } from './bootstrap.ts';
import { bpmnShapes } from './bpmn.ts';
import { c4Shapes } from './c4.ts';
import { containerShapes } from './containers.ts';
import type { Family, ShapeRow } from './family.ts';
import { floorPlanShapes } from './floor-plan.ts';
import { flowchartShapes } from './flowchart.ts';
import { generalShapes } from './general.ts';
import { image } from './image.ts';
import { infographicShapes } from './infographic.ts';
import { leanMappingShapes } from './lean-mapping.ts';
import { messagingShapes } from './messaging.ts';
import { mobileShapes } from './mobile.ts';
import { mockupShapes } from './mockup.ts';
import { modellingShapes } from './modelling.ts';
import { signShapes } from './signs.ts';
import { solidShapes } from './solids.ts';
import { stencilIcons } from './stencil-icons.ts';
import { umlShapes } from './uml.ts';

const FAMILIES: readonly Family[] = [
  generalShapes,
  basicShapes,
  containerShapes,
  floorPlanShapes,
  flowchartShapes,
  signShapes,
  solidShapes,
  stencilIcons,
  umlShapes,
  { image: { draw: image } },
  blockArrows,
  bpmnShapes,
  mockupShapes,
  archimateShapes,
  bootstrapShapes,
  c4Shapes,
  infographicShapes,
  leanMappingShapes,
  messagingShapes,
  mobileShapes,
  modellingShapes,
];

const rows: ReadonlyMap<string, ShapeRow> = new Map(FAMILIES.flatMap((family) => Object.entries(family)));

/** The shape of a name; null for one that is not known. */
export const shapeNamed = (name: string): ShapeRow | null => rows.get(name) ?? null;
