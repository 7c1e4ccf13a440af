/** A tag in a page: `{{< name … >}}` gives what its template makes of it, `{{% name … %}}` is Markdown. */
interface Tag {
  readonly start: number;
  readonly end: number;
  readonly kind: '<' | '%';
  /** `{{< /name >}}`. */
  readonly closing: boolean;
  readonly name: string;
}

/**
 * A page without its shortcodes, with as many lines. What stands between the tags of `{{< x >}}…{{< /x >}}` is its template's matter
 * and goes, too; between those of `{{% x %}}` it is Markdown and stays.
 */
export function withoutShortcodes(text: string): string {
  if (!text.includes('{{<') && !text.includes('{{%')) return text;
  const tags = tagsIn(text);
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

/** Every tag, from its braces to the next that close one of its kind. */
function tagsIn(text: string): readonly Tag[] {
  const tags: Tag[] = [];
  for (let at = text.indexOf('{{'); at >= 0;) {
    const kind = text.charAt(at + 2);
    const close = kind === '<' ? text.indexOf('>}}', at) : kind === '%' ? text.indexOf('%}}', at + 3) : -1;
    if ((kind === '<' || kind === '%') && close >= 0) {
      const [, slash = '', name = ''] =
        /^\s{0,99}(\/?)\s{0,99}([\w./-]{0,200})/.exec(text.slice(at + 3, at + 500)) ?? [];
      tags.push({ start: at, end: close + 3, kind, closing: slash !== '', name });
    } else if (kind === '<' || kind === '%') return tags;
    at = text.indexOf('{{', close >= 0 ? close + 3 : at + 2);
  }
  return tags;
}

/** No tag that closes another is looked for further on. */
const FURTHEST = 1000;

function closingOf(tags: readonly Tag[], at: number): Tag | undefined {
  const name = tags[at]?.name;
  return tags.slice(at + 1, at + FURTHEST).find((tag) => tag.closing && tag.name === name);
}
