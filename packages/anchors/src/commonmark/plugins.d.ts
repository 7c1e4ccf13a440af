/** Plugins of markdown-it that bring no types. */
declare module 'markdown-it-attrs' {
  import type { MarkdownIt } from 'markdown-it';
  const attributes: (parser: MarkdownIt) => void;
  export default attributes;
}

declare module 'markdown-it-emoji' {
  import type { MarkdownIt } from 'markdown-it';
  /** All names, and smileys of characters. */
  export const full: (parser: MarkdownIt) => void;
}
