/** Elements that pandoc takes for blocks wherever their tags stand. Source: what pandoc 3.10 does with each element of HTML. */
const BLOCKS: ReadonlySet<string> = new Set(
  `address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset figcaption figure footer
  form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex li main menu meta nav noframes ol output p pre section summary
  table tbody td textarea tfoot th thead title tr ul`.split(/\s+/),
);

/** Elements that are blocks where a block may begin, else inline. */
const EITHER: ReadonlySet<string> = new Set(
  'applet area audio button del embed iframe ins map noscript object progress script source style svg track video'.split(
    ' ',
  ),
);

/** Elements whose content is no Markdown. */
export const VERBATIM: ReadonlySet<string> = new Set(['pre', 'script', 'style', 'textarea']);

/** Whether a block may begin with an element. */
export const beginsBlock = (element: string): boolean =>
  BLOCKS.has(element.toLowerCase()) || EITHER.has(element.toLowerCase());

const MARK = /`+|\\[\s\S]|<\/?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/][^<>]*)?>/g;

/** Offset of the first tag in inline text that is a block's; null for none. Tags in code are none. */
export function blockTagIn(text: string): number | null {
  if (!text.includes('<')) return null;
  const endless = new Set<number>();
  MARK.lastIndex = 0;
  for (let found = MARK.exec(text); found !== null; found = MARK.exec(text)) {
    const [mark, element] = found;
    if (element !== undefined && BLOCKS.has(element.toLowerCase())) return found.index;
    if (mark.startsWith('`')) MARK.lastIndex = endOfCode(text, found.index, { marks: mark.length, endless });
  }
  return null;
}

/** Behind the code that begins with backquotes; behind the backquotes where they begin none. */
function endOfCode(text: string, start: number, { marks, endless }: { marks: number; endless: Set<number> }): number {
  const from = start + marks;
  if (endless.has(marks)) return from;
  for (const { 0: run, index } of text.slice(from).matchAll(/`+/g))
    if (run.length === marks) return from + index + marks;
  endless.add(marks);
  return from;
}
