import type { Anchor } from '../anchor.ts';
import type { PendingContents, PendingReference, RstDocument } from './document.ts';
import { element, type Element } from './element.ts';

/** What docutils and Sphinx do to a page that has been read, in the order of their transforms; then its ids, in the order of the built page. */
export function finished(
  document: RstDocument,
  arrange: (document: RstDocument) => void = () => {},
): readonly Anchor[] {
  numberCaptions(document);
  moveModules(document.root);
  report(document, ({ kind, name }) => kind === 'substitution' && !isSubstitution(document, name ?? ''));
  propagateTargets(document.root);
  reportAnonymous(document);
  arrange(document);
  for (const contents of document.contents) fillContents(document, contents);
  report(document, ({ kind, name }) => isDangling(document, kind, name));
  return anchorsOf(document);
}

/** Every element below one, in document order. */
function* elementsOf(root: Element): Generator<Element> {
  const stack = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    yield next;
    for (let at = next.children.length - 1; at >= 0; at--) stack.push(next.children[at] as Element);
  }
}

/** Sphinx's `AutoNumbering`. */
function numberCaptions(document: RstDocument): void {
  for (const each of elementsOf(document.root)) {
    if (each.numbered === true && each.ids.length === 0) each.ids.push(document.ids.next());
  }
}

/** Sphinx: the id of a module that is described right below a title goes before the title's own. */
function moveModules(root: Element): void {
  for (const section of elementsOf(root)) {
    const first = section.kind === 'section' ? section.children.find(({ kind }) => kind !== 'inline') : undefined;
    if (first?.kind === 'target' && first.ids[0]?.startsWith('module-') === true)
      section.ids.unshift(...first.ids.splice(0));
  }
}

const isSubstitution = ({ substitutions }: RstDocument, name: string): boolean =>
  substitutions.has(name) || substitutions.has(name.toLowerCase());

/** Puts a message in the place of each reference that leads nowhere: two ids, of which only that of the place is written. */
function report(document: RstDocument, isWrong: (reference: PendingReference) => boolean): void {
  for (const reference of document.references.filter(isWrong)) {
    document.ids.next();
    if (reference.at.ids.length === 0) reference.at.ids.push(document.ids.next());
  }
}

/** Citations are looked for in the whole site, so that docutils does not complain of them. */
const isDangling = ({ names }: RstDocument, kind: PendingReference['kind'], name: string | null): boolean =>
  name !== null && (kind === 'target' || kind === 'footnote') && !names.isUnique(name);

/** As many anonymous references as targets, or none of them is right. */
function reportAnonymous(document: RstDocument): void {
  const anonymous = document.references.filter(({ name }) => name === null);
  if (anonymous.length === document.anonymousTargets) return;
  document.ids.next();
  for (const { at } of anonymous) at.ids.push(document.ids.next());
}

/** Hands the ids of empty targets to the element behind them, which may be another target; before what takes none they stay. */
function propagateTargets(root: Element): void {
  let targets: Element[] = [];
  for (const each of elementsOf(root)) {
    if (each.kind === 'target') {
      targets.push(each);
      continue;
    }
    handOn(targets, each);
    targets = [];
    if (each.kind === 'section') sortIds(each.ids);
  }
  handOn(targets, null);
}

/** The ids of targets that follow one another, the last one's first, go to the element behind them, else to the last target. */
function handOn(targets: readonly Element[], next: Element | null): void {
  const takes = next !== null && next.kind !== 'invisible' && next.kind !== 'note';
  const into = takes ? next : targets.at(-1);
  if (into === undefined) return;
  for (const target of targets.toReversed()) if (target !== into) into.ids.push(...target.ids.splice(0));
}

/** Sphinx: an id that is but a number comes last. */
function sortIds(ids: string[]): void {
  if (ids.length > 1 && ids[0]?.startsWith('id') === true) ids.push(ids.shift() as string);
}

function fillContents(document: RstDocument, { at, of, depth }: PendingContents): void {
  if (depth <= 0) return;
  for (const section of of.children.filter(({ kind }) => kind === 'section')) {
    const entry = element('inline', at.line);
    entry.ids.push(document.ids.next());
    at.children.push(entry);
    fillContents(document, { at, of: section, depth: depth - 1 });
  }
}

function anchorsOf({ root }: RstDocument): readonly Anchor[] {
  const found: Anchor[] = [];
  for (const { kind, ids, line, level, text } of elementsOf(root)) {
    if (kind === 'silent' || kind === 'invisible') continue;
    const written = kind === 'list' ? [...ids.slice(1), ...ids.slice(0, 1)] : ids;
    for (const id of written) found.push({ id, text: level === null ? '' : text, level, line });
  }
  return found;
}
