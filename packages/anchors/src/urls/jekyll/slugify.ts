/** Jekyll 4.4, `utils.rb`: what slugs keep, by mode. */
const DROPPED = {
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
} as const;

/** A text as part of a URL: what is not kept becomes `-`, none at the ends. */
export const slugify = (text: string, mode: keyof typeof DROPPED = 'default'): string =>
  text.replace(DROPPED[mode], '-').replace(/^-|-$/g, '');
