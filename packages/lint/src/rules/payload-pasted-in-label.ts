import { onCell } from '../at-cell.ts';
import { pastedInLabel } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const payloadPastedInLabel: Rule = {
  id: 'payload/pasted-in-label',
  wants: 'no label holds a diagram as text',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    view.model.cells
      .filter(({ label }) => /(?:%3C|<|&lt;)(?:mxGraphModel|mxfile)(?:%3E|%20|[\s>]|&gt;)/i.test(label))
      .map((cell) => ({ ...pastedInLabel(), ...onCell(view, cell, 'label') })),
};
