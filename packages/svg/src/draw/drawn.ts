import type { Diagnostic, Rectangle } from '@mxg/model';

/** What was drawn of something: elements, what they refer to, and the room that they take. */
export interface Drawn {
  readonly svg: string;
  /** Gradients, clips and filters by their id, which tells what is in them: the same id is the same element. */
  readonly definitions: readonly Definition[];
  /** px, in the page's frame. */
  readonly boxes: readonly Rectangle[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An element that others refer to. */
export interface Definition {
  readonly id: string;
  readonly svg: string;
}

export const nothing: Drawn = { svg: '', definitions: [], boxes: [], diagnostics: [] };

/** Several in one, back to front. */
export const together = (...drawn: readonly Drawn[]): Drawn => allTogether(drawn);

/** As many as there are: a call takes no more than some ten thousand arguments. */
export function allTogether(drawn: readonly Drawn[]): Drawn {
  const [definitions, boxes, diagnostics]: [Definition[], Rectangle[], Diagnostic[]] = [[], [], []];
  let svg = '';
  for (const each of drawn) {
    svg += each.svg;
    for (const definition of each.definitions) definitions.push(definition);
    for (const box of each.boxes) boxes.push(box);
    for (const diagnostic of each.diagnostics) diagnostics.push(diagnostic);
  }
  return { svg, definitions, boxes, diagnostics };
}
