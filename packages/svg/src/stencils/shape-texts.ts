import { unescaped } from './unescaped.ts';

/** Where the XML of a shape stands in the text of a library. */
export interface ShapeText {
  /** As styles give it: `mxgraph.networks.server`; null for a shape without a name. */
  readonly name: string | null;
  readonly start: number;
  /** Behind its end tag; null where there is none. */
  readonly end: number | null;
}

/** The shapes of a library, in order, told by their tags alone: what is in them is read when one is drawn. */
export function shapeTexts(text: string): readonly ShapeText[] {
  const found: ShapeText[] = [];
  const marks = /<!--|<\/?shapes?(?=[\s/>])/g;
  let library = '';
  let open: ShapeText | null = null;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [tag] = mark;
    if (tag === '<!--') {
      const end = text.indexOf('-->', marks.lastIndex);
      if (end < 0) break;
      marks.lastIndex = end + 3;
    } else if (tag === '<shapes') {
      const name = nameAt(text, mark.index) ?? '';
      library = name === '' ? '' : `${name.toLowerCase()}.`;
    } else {
      if (open !== null) found.push(tag === '</shape' ? { ...open, end: text.indexOf('>', mark.index) + 1 } : open);
      const name = tag === '<shape' ? nameAt(text, mark.index) : null;
      open =
        tag === '<shape'
          ? { name: name === null ? null : library + styleName(name), start: mark.index, end: null }
          : null;
    }
  }
  return open === null ? found : [...found, open];
}

/** What a style calls a shape of a library. */
const styleName = (name: string): string => name.replaceAll(' ', '_').toLowerCase();

/** The `name` in the tag that begins at a place; tags are read up to so many characters. */
function nameAt(text: string, start: number): string | null {
  const [tag = ''] = /^(?:[^"'>]|"[^"]*"|'[^']*')*/.exec(text.slice(start, start + 2000)) ?? [];
  const [, double, single] = /\sname\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')/.exec(tag) ?? [];
  const name = double ?? single ?? null;
  return name === null ? null : unescaped(name);
}
