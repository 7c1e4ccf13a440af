/** A shortcode's tag: `{{< name … >}}` gives what its template makes of it, `{{% name … %}}` is Markdown. */
const TAG = /\{\{([<%])(\s*\/?\s*)([\w./-]+)?(?:[^"`>%}]|"[^"\n]*"|`[^`]*`|[>%}](?!\}\}|\})){0,2000}?\/?[>%]\}\}/g;

/**
 * A page without its shortcodes, with as many lines. What stands between the tags of `{{< x >}}…{{< /x >}}` is its template's matter
 * and goes, too; between those of `{{% x %}}` it is Markdown and stays.
 */
export function withoutShortcodes(text: string): string {
  if (!text.includes('{{<') && !text.includes('{{%')) return text;
  const tags = Array.from(text.matchAll(TAG), ({ 0: all, 1: kind, 2: slash = '', 3: name = '', index }) => {
    return { start: index, end: index + all.length, kind, closing: slash.includes('/'), name };
  });
  const kept: string[] = [];
  let from = 0;
  for (let i = 0; i < tags.length; i++) {
    const tag = tags[i];
    if (tag === undefined || tag.start < from) continue;
    const close = tag.kind === '<' && !tag.closing ? closingOf(tags, i) : undefined;
    const end = close?.end ?? tag.end;
    kept.push(text.slice(from, tag.start), text.slice(tag.start, end).replace(/[^\n]+/g, ''));
    from = end;
  }
  return [...kept, text.slice(from)].join('');
}

interface Tag {
  readonly end: number;
  readonly closing: boolean;
  readonly name: string;
}

/** No tag that closes another is looked for further on. */
const FURTHEST = 1000;

function closingOf(tags: readonly Tag[], at: number): Tag | undefined {
  const name = tags[at]?.name;
  return tags.slice(at + 1, at + FURTHEST).find((tag) => tag.closing && tag.name === name);
}
