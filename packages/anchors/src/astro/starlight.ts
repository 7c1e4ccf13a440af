import { readYaml } from '../config/yaml.ts';
import { frontMatterOf } from '../front-matter.ts';
import type { PageReader } from '../page.ts';
import { astroPage } from './page.ts';

/** Reads pages of Starlight 0.37: those of Astro below a heading of its own, the page's title. */
export const starlightPage: PageReader = (page) => {
  const { value, diagnostics } = astroPage(page);
  const refused = diagnostics.some(({ severity }) => severity === 'error');
  return refused
    ? { value, diagnostics }
    : { value: [{ id: '_top', text: titleOf(page.text), level: 1, line: 1 }, ...value], diagnostics };
};

function titleOf(text: string): string {
  const matter = frontMatterOf(text);
  const title = matter?.format === 'yaml' ? readYaml(matter.text).value['title'] : undefined;
  return typeof title === 'string' || typeof title === 'number' ? String(title) : '';
}
