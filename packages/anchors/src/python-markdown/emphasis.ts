/** What a mark of emphasis takes. */
export interface Emphasis {
  /** The text between the marks, marks inside included; null when the marks stand for themselves. */
  readonly inner: string | null;
  readonly marks: string;
  /** Offset behind it. */
  readonly end: number;
}

/**
 * The forms of emphasis, in the order in which they are tried at a mark (Python-Markdown 3.10, `AsteriskProcessor` and
 * `UnderscoreProcessor`). Several groups are parts with marks of their own between them.
 */
const FORMS: Readonly<Record<string, readonly RegExp[]>> = {
  '*': [
    /\*{3}([^*]+(?:\*(?!\*)[^*]+)*?)\*([^*]*)\*\*/y,
    /\*{3}([^*]+)\*\*([^*]*)\*/y,
    /\*\*((?:[^*]|\*(?!\*))+?\*?)\*\*/y,
    /\*([^*]+)\*/y,
  ],
  _: [
    /_{3}([^_]+)_([^_]*)__/y,
    /_{3}([^_]+)__([^_]*)_/y,
    /(?<!\w)__(?!_)((?:[^_]|_(?!_(?!\w)))+?)(?<!_)__(?!\w)/y,
    /(?<!\w)_(?!_)((?:[^_]|_(?=\w))+?)(?<!_)_(?!\w)/y,
  ],
};

/** Marks between spaces stand for themselves. */
const ALONE = /(?<=^|\s)(?:\*{1,3}|_{1,3})(?=\s|$)/y;

/** No mark is looked for further away. */
const FURTHEST = 2000;

/** The emphasis that begins at a mark; null for none. */
export function emphasisAt(source: string, at: number): Emphasis | null {
  ALONE.lastIndex = at;
  const alone = ALONE.exec(source)?.[0];
  if (alone !== undefined) return { inner: null, marks: alone, end: at + alone.length };
  const window = source.slice(0, at + FURTHEST);
  for (const form of FORMS[source.charAt(at)] ?? []) {
    form.lastIndex = at;
    const found = form.exec(window);
    if (found !== null) return { inner: found.slice(1).join(''), marks: '', end: at + found[0].length };
  }
  return null;
}
