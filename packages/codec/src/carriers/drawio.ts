import { identity } from '../coding/escapes.ts';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';
import { hasRoot } from '../xml/root-name.ts';
import type { Carrier, CarrierName, Finding } from './carrier.ts';

/** A file that is a diagram: `.drawio`, `.dio`, `.xml`. */
export const drawio: Carrier = {
  name: 'drawio',
  description: 'an XML file `<mxfile>` or `<mxGraphModel>`',
  scope: 'whole',
  find: (text, report) =>
    hasRoot(text.text, /^(?:mxfile|mxGraphModel)$/) && endsAsXml(text.text) ? wholeFile('drawio', text, report) : null,
};

/** A shape library. Its entries are read as pages. */
export const library: Carrier = {
  name: 'library',
  description: 'a shape library `<mxlibrary>`',
  scope: 'whole',
  find: (text, report) => (hasRoot(text.text, /^mxlibrary$/) ? wholeFile('library', text, report) : null),
};

/** Whether a file ends as an XML file does: a page may begin with a diagram and go on. */
const endsAsXml = (text: string): boolean => /(?:\/>|-->|<\/[\w:.-]+\s{0,9}>)$/.test(text.trimEnd().slice(-120));

function wholeFile(carrier: CarrierName, text: NestedText, report: Report): Finding[] {
  const claim = { start: 0, end: text.text.length };
  return [{ carrier, claim, stored: report.open(text, claim, identity) }];
}
