import { strayText } from '../messages.ts';
import type { DiagramView, Finding, Rule } from '../rule.ts';

export const modelStrayText: Rule = {
  id: 'model/stray-text',
  wants: 'no text stands between the elements of a model',
  severity: 'info',
  preset: 'strict',
  diagram: (view) => findingsIn(view),
};

/** Behind the tags of cells, in the XML of an uncompressed model: text that is neither blank nor a payload. */
const BEHIND_CELL =
  /<\/?(?:mxCell|root|UserObject|object|mxGeometry|mxPoint|Array)(?:\s[^<>]{0,20000})?>\s*([^<\s][^<]{0,200})/g;

function findingsIn({ embedded: { xml } }: DiagramView): readonly Finding[] {
  if (xml === null) return [];
  return [...xml.text.matchAll(BEHIND_CELL)].slice(0, MOST).map(([, text]) => strayText((text ?? '').trim()));
}

/** The first ones show what is wrong. */
const MOST = 3;
