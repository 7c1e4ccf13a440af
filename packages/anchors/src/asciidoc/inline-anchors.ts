/** The pattern of an anchor's name, which is an id. */
export const ANCHOR_NAME = String.raw`[\p{Alphabetic}_:][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:.-]{0,200}`;

/** `[[id,text]]` and `anchor:id[text]`. Groups: escape, id, text, id of the macro, text of the macro. */
const ANCHOR = new RegExp(
  String.raw`(\\)?(?:\[\[(${ANCHOR_NAME})(?:,([^[\]\n]+))?\]\]|anchor:(${ANCHOR_NAME})\[([^[\]\n]*)\])`,
  'gu',
);

/** The anchors in text: their ids, and what references to them show. */
export function inlineAnchors(source: string): readonly { readonly id: string; readonly text: string | null }[] {
  return [...source.matchAll(ANCHOR)]
    .filter(([, escape]) => escape === undefined)
    .map(([, , id, text, macroId]) => ({ id: (id ?? macroId) as string, text: text?.trim() ?? null }));
}

/** Replaces anchors in text by HTML. */
export const withAnchors = (text: string): string =>
  !text.includes('[[') && !text.includes('anchor:')
    ? text
    : text.replace(ANCHOR, (whole: string, escape?: string, id?: string, _?: string, macroId?: string) =>
        escape === undefined ? `<a id="${id ?? macroId}"></a>` : whole.slice(1),
      );
