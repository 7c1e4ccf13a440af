import { identity } from '../coding/escapes.ts';
import { open, type NestedText, type Report } from '../nested-text.ts';
import { rootName } from '../xml/root-name.ts';
import type { Carrier, CarrierName, Finding } from './carrier.ts';

/** A file that is a diagram: `.drawio`, `.dio`, `.xml`. */
export const drawio: Carrier = {
  name: 'drawio',
  description: 'an XML file `<mxfile>` or `<mxGraphModel>`',
  scope: 'whole',
  signs: ['<mxfile', '<mxGraphModel'],
  find: (text, report) => wholeFile('drawio', /^(?:mxfile|mxGraphModel)$/, text, report),
};

/** A shape library. Its entries are read as pages. */
export const library: Carrier = {
  name: 'library',
  description: 'a shape library `<mxlibrary>`',
  scope: 'whole',
  signs: ['<mxlibrary'],
  find: (text, report) => wholeFile('library', /^mxlibrary$/, text, report),
};

/** Only when the file ends as its root does: a page may begin with a diagram and go on. */
function wholeFile(carrier: CarrierName, root: RegExp, text: NestedText, report: Report): Finding[] | null {
  const found = rootName(text.text);
  if (
    found === null ||
    !root.test(found.name) ||
    !/(?:\/>|-->|<\/[\w:.-]+\s{0,9}>)$/.test(text.text.trimEnd().slice(-120))
  )
    return null;
  const claim = { start: 0, end: text.text.length };
  return [{ carrier, claim, stored: open(text, claim, identity, report) }];
}
