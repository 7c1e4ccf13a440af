import type { Diagnostic, Reading, TextEdit } from '@mxg/model';
import { isWritable } from './carriers/carrier.ts';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';
import { liftTo, rootOf, type NestedText } from './nested-text.ts';
import { Report } from './report.ts';
import { readPages, type FileText, type PageText } from './pages.ts';
import { reconcile, reconcileAttributes, type Placed } from './reconcile.ts';
import { printXml } from './xml/print.ts';
import { contentSpan } from './xml/tree.ts';
import { compressedModel, modelXml } from './write.ts';

/**
 * The edits of the source's text that make a diagram say what `xml` says (an `<mxGraphModel>` or an `<mxfile>`), in its own
 * carrier. Only differences are written: the same XML, however indented, gives no edit.
 * @param page index of the page that a lone model replaces, needed where the diagram has several
 */
export function replace(
  diagram: EmbeddedDiagram,
  xml: string,
  page: number | null = null,
  limits: Limits = defaultLimits,
): Reading<readonly TextEdit[]> {
  const diagnostics: Diagnostic[] = [];
  const refuse = (note: Pick<Diagnostic, 'code' | 'message' | 'hint'>) => {
    diagnostics.push({ ...note, severity: 'error', span: diagram.span, exact: false });
    return { value: [], diagnostics };
  };
  if (!isWritable(diagram.carrier)) return refuse(messages.notWritable(diagram.carrier));
  const report = new Report(limits);
  const stored = diagram.xml === null ? null : readPages(diagram.xml, report);
  if (stored === null || diagram.xml === null) return refuse(messages.unreadableTarget());
  const wanted = readWanted(xml, limits, diagnostics);
  if (wanted === null) return { value: [], diagnostics };
  if (wanted.file.root === 'mxfile' && page === null) {
    return { value: liftTo(rootOf(diagram.xml), diagram.xml, replaceFile(diagram.xml, stored, wanted)), diagnostics };
  }
  const target = stored.pages[page ?? 0];
  const model = wanted.file.pages[0]?.model;
  if (target === undefined || (page === null && stored.pages.length > 1))
    return refuse(messages.needsPage(stored.pages.length));
  if (model == null || wanted.file.pages.length !== 1) return refuse(messages.needsPage(wanted.file.pages.length));
  const edits = replacePage(diagram.xml, target, model);
  return { value: liftTo(rootOf(diagram.xml), diagram.xml, edits), diagnostics };
}

interface Wanted {
  readonly text: NestedText;
  readonly file: FileText;
}

/** Problems of the XML that is to be written have no place in the source. */
function readWanted(xml: string, limits: Limits, diagnostics: Diagnostic[]): Wanted | null {
  const report = new Report(limits);
  const text: NestedText = { text: xml, origin: null };
  const file = readPages(text, report);
  for (const diagnostic of report.diagnostics()) diagnostics.push({ ...diagnostic, span: null });
  return file === null || !report.isEmpty ? null : { text, file };
}

function replaceFile(xml: NestedText, stored: FileText, wanted: Wanted): TextEdit[] {
  const placed: Placed = { text: wanted.text.text, element: wanted.file.element };
  if (stored.root !== 'mxfile') return reconcile({ text: xml.text, element: stored.element }, placed);
  const compressed = stored.pages.some(({ storage }) => storage === 'text');
  const storedPage = new Map(stored.pages.map((page) => [page.diagram, page]));
  const wantedPage = new Map(wanted.file.pages.map((page) => [page.diagram, page]));
  return reconcile({ text: xml.text, element: stored.element }, placed, {
    same: (before, after) => [
      ...reconcileAttributes(before, after),
      ...replaceModel(xml, storedPage.get(before.element), wantedPage.get(after.element)),
    ],
    written: ({ text, element }, depth) => {
      const model = wantedPage.get(element)?.model;
      if (compressed && model != null)
        return text.slice(element.start, element.openEnd) + compressedModel(model) + '</diagram>';
      return printXml(text, element, depth === null ? 'compact' : 'indented', depth ?? 0);
    },
  });
}

function replaceModel(xml: NestedText, stored: PageText | undefined, wanted: PageText | undefined): TextEdit[] {
  return stored === undefined || wanted?.model == null ? [] : replacePage(xml, stored, wanted.model);
}

/** The edits, in the payload's text, that make a page hold a model. */
function replacePage(xml: NestedText, page: PageText, model: NonNullable<PageText['model']>): TextEdit[] {
  if (page.model !== null) {
    const { text, element } = page.model;
    const wanted = { text: model.text.text, element: model.element };
    return [...liftTo(xml, text, reconcile({ text: text.text, element }, wanted))];
  }
  if (page.diagram === null) return [];
  const content = page.storage === 'text' ? compressedModel(model) : modelXml(model, 'compact');
  if (page.diagram.closeStart < page.diagram.end) return [{ span: contentSpan(page.diagram), text: content }];
  const { start, end } = page.diagram;
  const opening = xml.text.slice(start, end - '/>'.length).trimEnd();
  return [{ span: { start, end }, text: `${opening}>${content}</diagram>` }];
}
