import type { Diagnostic, Reading } from '@mxg/model';
import * as messages from './messages.ts';
import { parseStencil } from './parse.ts';
import { shapeTexts } from './shape-texts.ts';
import type { Stencil, StencilNamed } from './stencil.ts';

/** Shapes that are kept outside the diagram. */
export interface StencilLibrary {
  /** As styles give them: `mxgraph.networks.server`. */
  readonly names: readonly string[];
  readonly named: StencilNamed;
}

/**
 * Reads stencil libraries, `<shapes name="mxgraph.networks"><shape name="Server" …>`. Where two shapes have the same name, the
 * later counts. A shape's own XML is read when it is first asked for. Never throws: what is no shape is reported and left out.
 */
export function readStencils(texts: readonly string[]): Reading<StencilLibrary> {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, { text: string; start: number; end: number }>();
  for (const [i, text] of texts.entries()) {
    const shapes = shapeTexts(text);
    if (shapes.length === 0) diagnostics.push(messages.noShapes(i + 1));
    for (const { name, start, end } of shapes) {
      if (end === null) diagnostics.push(messages.unclosedShape(i + 1, name, start));
      else if (name === null) diagnostics.push(messages.unnamedShape(i + 1, start));
      else sources.set(name, { text, start, end });
    }
  }
  const read = new Map<string, Stencil | null>();
  const named: StencilNamed = (name) => {
    const before = read.get(name);
    if (before !== undefined) return before;
    const source = sources.get(name);
    if (source === undefined) return null;
    const stencil = parseStencil(source.text.slice(source.start, source.end));
    read.set(name, stencil);
    return stencil;
  };
  return { value: { names: [...sources.keys()], named }, diagnostics };
}
