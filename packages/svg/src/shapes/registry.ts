import { blockArrows } from './block-arrows.ts';
import { bpmnShapes } from './bpmn.ts';
import type { Family, ShapeRow } from './family.ts';
import { generalShapes } from './general.ts';
import { image } from './image.ts';
import { mockupShapes } from './mockup.ts';

const FAMILIES: readonly Family[] = [generalShapes, { image: { draw: image } }, blockArrows, bpmnShapes, mockupShapes];

const rows: ReadonlyMap<string, ShapeRow> = new Map(FAMILIES.flatMap((family) => Object.entries(family)));

/** The shape of a name; null for one that is not known. */
export const shapeNamed = (name: string): ShapeRow | null => rows.get(name) ?? null;
