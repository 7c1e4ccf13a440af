import { readAttributeList } from './attribute-list.ts';
import { element, type Element } from './element.ts';
import { withOption } from './options.ts';
import type { PageState } from './page-state.ts';

/** The extensions that there are: `{::name options}body{:/name}`. */
export const EXTENSIONS: readonly string[] = ['comment', 'nomarkdown', 'options'];

/** An extension as it is written. */
export interface Extension {
  readonly name: string;
  /** Its attribute list. */
  readonly options: string;
  /** What stands between its tags; null when it closes itself. */
  readonly body: string | null;
  readonly line: number;
}

/** What an extension puts into the page; null when there is none of that name. */
export function runExtension(page: PageState, { name, options, body, line }: Extension): readonly Element[] | null {
  if (!EXTENSIONS.includes(name)) return null;
  const { attributes } = readAttributeList(options);
  if (name === 'options')
    page.options = [...attributes].reduce((all, [key, value]) => withOption(all, key, value), page.options);
  if (name === 'options' || body === null) return [];
  const types = (attributes.get('type') ?? '').split(/\s+/).filter((type) => type !== '');
  const shown = name === 'nomarkdown' && (types.length === 0 || types.includes('html'));
  return [element(shown ? 'raw' : 'comment', line, { value: shown ? body : '' })];
}
