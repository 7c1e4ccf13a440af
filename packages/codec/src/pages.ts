import type { Attribute, MxFile, PageStorage } from '@mxg/model';
import { identity, jsonString, mixedXmlContent, xmlContent } from './coding/escapes.ts';
import { jsonStrings } from './json.ts';
import * as messages from './messages.ts';
import type { NestedText } from './nested-text.ts';
import type { Report } from './report.ts';
import { peel } from './peel.ts';
import { parseXml, type Take } from './xml/scan.ts';
import { attributeOf, childElements, contentSpan, type XmlElement } from './xml/tree.ts';

/** A page with the places of its model, as editing and decoding need it. */
export interface PageText {
  readonly id: string | null;
  readonly name: string | null;
  readonly attributes: readonly Attribute[];
  readonly storage: PageStorage;
  /** Elements that mxg does not know between the page before and this one, as XML; mostly none. */
  readonly before: readonly string[];
  /** The `<diagram>`; null for a bare model and for a library's entry. */
  readonly diagram: XmlElement | null;
  /** The text that holds the model, and the model in it; null when there is none or it cannot be read. */
  readonly model: { readonly text: NestedText; readonly element: XmlElement } | null;
}

/** A payload taken apart into its pages. */
export interface FileText {
  readonly root: MxFile['root'];
  readonly element: XmlElement;
  readonly attributes: readonly Attribute[];
  readonly pages: readonly PageText[];
  /** As `PageText.before`, behind the last page. */
  readonly after: readonly string[];
}

/** For each text that is parsed, what takes elements of it. */
export type TakeFrom = (text: NestedText) => Take;

/** Takes a payload apart; null, and a diagnostic, when it is no well-formed diagram. */
export function readPages(xml: NestedText, report: Report, takeFrom: TakeFrom | null = null): FileText | null {
  const parse: Parse = (text) => parseXml(text.text, report.limits, takeFrom?.(text));
  const parsed = parse(xml);
  if (!parsed.ok) return report.fail(xml, parsed.failure);
  const root = parsed.value;
  const file = { element: root, attributes: plain(root), after: [] };
  if (root.name === 'mxfile') return { ...file, root: 'mxfile', ...mxfilePages(xml, root, parse, report) };
  if (root.name === 'mxlibrary') return { ...file, root: 'mxlibrary', pages: libraryPages(xml, root, parse, report) };
  if (root.name === 'mxGraphModel') {
    return { ...file, root: 'mxGraphModel', attributes: [], pages: [barePage(xml, root)] };
  }
  return report.fail(xml, messages.wrongRoot(root.name, root.start));
}

type Parse = (text: NestedText) => ReturnType<typeof parseXml>;

function barePage(text: NestedText, element: XmlElement): PageText {
  return {
    id: null,
    name: null,
    attributes: [],
    storage: 'elements',
    before: [],
    diagram: null,
    model: { text, element },
  };
}

function mxfilePages(
  xml: NestedText,
  root: XmlElement,
  parse: Parse,
  report: Report,
): Pick<FileText, 'pages' | 'after'> {
  const pages: PageText[] = [];
  let unknown: string[] = [];
  for (const child of childElements(root)) {
    if (child.name !== 'diagram') unknown.push(xml.text.slice(child.start, child.end));
    else if (pages.length >= report.limits.pages) {
      report.fail(xml, messages.limitMet('pages', report.limits.pages, child.start));
      break;
    } else {
      pages.push({ ...diagramPage(xml, child, parse, report), before: unknown });
      unknown = [];
    }
  }
  return { pages, after: unknown };
}

/** draw.io looks at a diagram's text first and at its elements only when there is none. */
function diagramPage(xml: NestedText, diagram: XmlElement, parse: Parse, report: Report): Omit<PageText, 'before'> {
  const page = {
    id: attributeOf(diagram, 'id'),
    name: attributeOf(diagram, 'name'),
    attributes: plain(diagram).filter(({ name }) => name !== 'id' && name !== 'name'),
    diagram,
  };
  const hasText = diagram.children.some(
    (node) => (node.kind === 'text' || node.kind === 'cdata') && node.value.trim() !== '',
  );
  if (hasText) return { ...page, storage: 'text', model: textModel(xml, diagram, parse, report) };
  const element = childElements(diagram)[0];
  if (element === undefined) return { ...page, storage: 'empty', model: null };
  if (element.name !== 'mxGraphModel') report.fail(xml, messages.wrongRoot(element.name, element.start));
  return { ...page, storage: 'elements', model: element.name === 'mxGraphModel' ? { text: xml, element } : null };
}

function textModel(xml: NestedText, diagram: XmlElement, parse: Parse, report: Report): PageText['model'] {
  const stored = openContent(xml, diagram, report);
  const text = stored === null ? null : peel(stored, report);
  return text === null ? null : modelIn(text, parse, report);
}

/** The text inside an element without child elements. CDATA alone is text as it stands, so that edits find their bytes. */
function openContent(xml: NestedText, element: XmlElement, report: Report): NestedText | null {
  const texts = element.children.filter(({ kind }) => kind === 'text' || kind === 'cdata');
  const [only] = texts;
  if (texts.every(({ kind }) => kind === 'text')) return report.open(xml, contentSpan(element), xmlContent);
  if (texts.length > 1 || only === undefined) return report.open(xml, contentSpan(element), mixedXmlContent);
  return report.open(xml, { start: only.start + '<![CDATA['.length, end: only.end - ']]>'.length }, identity);
}

/** The model of a text that is one. */
function modelIn(text: NestedText, parse: Parse, report: Report): PageText['model'] {
  const parsed = parse(text);
  if (!parsed.ok) report.fail(text, parsed.failure);
  else if (parsed.value.name === 'mxGraphModel') return { text, element: parsed.value };
  else report.fail(text, messages.wrongRoot(parsed.value.name, parsed.value.start));
  return null;
}

/** A library is a JSON array of entries `{xml | data, w, h, title}` as the text of its element. */
function libraryPages(xml: NestedText, root: XmlElement, parse: Parse, report: Report): PageText[] {
  const json = openContent(xml, root, report);
  const entries = json === null ? null : libraryEntries(json.text);
  if (json === null || entries === null) {
    report.fail(xml, messages.badJson('`<mxlibrary>`', root.openEnd));
    return [];
  }
  if (entries.length > report.limits.pages)
    report.fail(xml, messages.limitMet('pages', report.limits.pages, root.start));
  const models = new Map(
    jsonStrings(json.text)
      .filter(({ key, depth }) => depth === 2 && key === 'xml')
      .map(({ element, span }) => [element, span]),
  );
  return entries.slice(0, report.limits.pages).map((entry, i) => {
    const page = { id: null, name: entry.title, attributes: [], before: [], diagram: null };
    const span = entry.hasXml ? models.get(i) : undefined;
    if (span === undefined) return { ...page, storage: entry.hasData ? 'image' : 'empty', model: null } as const;
    const stored = report.open(json, span, jsonString);
    const text = stored === null ? null : peel(stored, report);
    return { ...page, storage: 'text', model: text === null ? null : modelIn(text, parse, report) } as const;
  });
}

interface LibraryEntry {
  readonly title: string | null;
  readonly hasXml: boolean;
  readonly hasData: boolean;
}

function libraryEntries(json: string): LibraryEntry[] | null {
  try {
    const entries: unknown = JSON.parse(json);
    if (!Array.isArray(entries)) return null;
    return entries.map((entry: unknown) => {
      const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as { readonly [key: string]: unknown };
      const title = Object.hasOwn(fields, 'title') && typeof fields['title'] === 'string' ? fields['title'] : null;
      return { title, hasXml: typeof fields['xml'] === 'string', hasData: typeof fields['data'] === 'string' };
    });
  } catch {
    return null;
  }
}

const plain = (element: XmlElement): Attribute[] => element.attributes.map(({ name, value }) => ({ name, value }));
