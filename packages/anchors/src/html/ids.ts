import { Parser } from 'htmlparser2';

/** An id in raw HTML. */
export interface HtmlId {
  readonly id: string;
  /** Where its tag begins, in the text that was read. */
  readonly offset: number;
}

/** The ids of all elements and the names of all `<a>` in HTML, in document order, duplicates kept. Never throws. */
export function idsInHtml(html: string): readonly HtmlId[] {
  const found: HtmlId[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (const id of idsOf(tag, attributes)) found.push({ id, offset: parser.startIndex });
    },
  });
  parser.end(html);
  return found;
}

/** The ids that a tag gives to the page: its `id`, and the `name` of an `<a>`. */
export function idsOf(tag: string, attributes: Readonly<Record<string, string>>): readonly string[] {
  const ids = [attributes['id'], tag === 'a' ? attributes['name'] : undefined];
  return ids.filter((id): id is string => id !== undefined && id !== '');
}
