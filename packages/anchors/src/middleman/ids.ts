/** As Redcarpet 3.6 writes text into HTML. */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What is neither digit nor letter of ASCII is a hyphen, entities of HTML included; none at the ends. */
export const redcarpetId = (text: string): string =>
  text
    .toLowerCase()
    .trim()
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)
    .replace(/[^0-9a-z]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Ids of the Technical Documentation Template (govuk_tech_docs 5): Redcarpet's; one that is taken goes behind the id of the heading above it,
 * then gets a number from 2 on.
 */
export function techDocsIds(): (text: string, level: number) => string {
  const before: { readonly id: string; readonly level: number }[] = [];
  const taken = new Set<string>();
  return (text, level) => {
    const own = redcarpetId(text);
    const parent = taken.has(own) ? before.findLast((each) => each.level < level) : undefined;
    const id = free(parent === undefined ? own : `${parent.id}-${own}`, taken);
    before.push({ id, level });
    taken.add(id);
    return id;
  };
}

function free(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let number = 2;
  while (taken.has(`${id}-${number}`)) number++;
  return `${id}-${number}`;
}
