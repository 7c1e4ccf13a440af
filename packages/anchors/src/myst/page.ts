import { withoutFrontMatter } from '../front-matter.ts';
import { rstDocument, type RstDocument } from '../docutils/document.ts';
import { finished } from '../docutils/finish.ts';
import type { PageReader } from '../page.ts';
import { readMarkdown, type MystFootnote, type MystPage } from './body.ts';
import { mystParser } from './parser.ts';

/** Reads Markdown as Sphinx 9.1 with MyST 5.1 builds it, with these of `myst_enable_extensions`. */
export function mystPages(extensions: readonly string[]): PageReader {
  const parser = mystParser(extensions);
  return ({ text }) => {
    const page: MystPage = { document: rstDocument(), parser, footnotes: [], extensions };
    const lines = withoutFrontMatter(text).split(/\r\n|\n|\r/);
    readMarkdown(page, { text: lines, first: 1 }, page.document.root);
    return {
      value: finished(page.document, (document) => collectFootnotes(document, page.footnotes)),
      diagnostics: [],
    };
  };
}

/** MyST moves footnotes to the end of the page, in the order of their numbers. */
function collectFootnotes(document: RstDocument, footnotes: readonly MystFootnote[]): void {
  const numbers = numbersOf(document, footnotes);
  const sorted = footnotes.toSorted((a, b) => (numbers.get(a.label) ?? 0) - (numbers.get(b.label) ?? 0));
  for (const { note, parent } of sorted) {
    parent.children.splice(parent.children.indexOf(note), 1);
    document.root.children.push(note);
  }
}

/** Labels that are numbers keep them; the others get those that are left, in the order in which they are referred to. */
function numbersOf(document: RstDocument, footnotes: readonly MystFootnote[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const order = new Map([...new Set(document.references.map(({ name }) => name))].map((name, at) => [name, at]));
  const place = ({ label }: MystFootnote): number => order.get(label) ?? Infinity;
  let next = 1;
  for (const { label } of footnotes.toSorted((a, b) => place(a) - place(b) || 0)) {
    while (document.names.has(String(next))) next++;
    numbers.set(label, /^\d+$/.test(label) ? Number(label) : next++);
  }
  return numbers;
}
