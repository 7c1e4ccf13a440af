import type { Drawing } from './drawing/drawing.ts';
import type { Figure } from './scene/figure.ts';
import { arrow } from './roles/arrow.ts';
import { bar } from './roles/bar.ts';
import { container } from './roles/container.ts';
import { detail } from './roles/detail.ts';
import { divider } from './roles/divider.ts';
import { leftover } from './roles/leftover.ts';
import { milestone } from './roles/milestone.ts';
import { note } from './roles/note.ts';
import { port } from './roles/port.ts';
import type { Decision, Roles, Rule } from './roles/role.ts';
import { stage } from './roles/stage.ts';
import { symbol } from './roles/symbol.ts';
import { title } from './roles/title.ts';

/** The recipe: each rule decides on what those before it left open. */
export const rules: readonly Rule[] = [
  note,
  arrow,
  title,
  port,
  bar,
  divider,
  symbol,
  container,
  detail,
  milestone,
  stage,
  leftover,
];

/** Gives every figure its role. */
export function decideRoles(drawing: Drawing): Roles {
  const roles = new Map<Figure, Decision>();
  for (const rule of rules) {
    const open = drawing.figures.filter((figure) => !roles.has(figure));
    for (const decision of rule.decide(open, drawing, roles)) {
      if (!roles.has(decision.figure)) roles.set(decision.figure, decision);
    }
  }
  return roles;
}

/** What stands as evidence in a graph, and what it says. */
export const reasons: ReadonlyMap<string, string> = new Map([
  ...rules.flatMap((rule) => Object.entries(rule.reasons)),
  ['flow-edge', 'an edge between two shapes, or from one to nowhere'],
  ['flow-arrow', 'an arrow shape between two shapes'],
  ['flow-adjacency', 'two stages that stand side by side, one after the other'],
  ['edge-label', 'a label of an edge'],
  ['edge-loose', 'an edge whose ends no stage, mark or group stands at'],
  ['edge-joins', 'an edge that runs into another edge'],
  ['edge-aside', 'a dashed line without a head, where others are drawn otherwise'],
  ['edge-tether', 'a line without a head that holds a note'],
]);
