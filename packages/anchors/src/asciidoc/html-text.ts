import { decodeHTML } from 'entities';

const SPECIAL: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as HTML has it. */
export const escapedHtml = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => SPECIAL[character] as string) : text;

/** What a reader sees of inline HTML. */
export const shownText = (html: string): string => {
  const text = html.includes('<') ? html.replace(/<[^<>]*>/g, '') : html;
  return text.includes('&') ? decodeHTML(text) : text;
};
