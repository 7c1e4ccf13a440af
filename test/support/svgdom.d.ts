/** What of svgdom is used here; it has no types of its own. */
declare module 'svgdom' {
  interface ReadElement {
    readonly tagName: string;
    readonly getAttribute: (name: string) => string | null;
    readonly querySelectorAll: (selector: string) => Iterable<ReadElement>;
    innerHTML: string;
    readonly firstElementChild: ReadElement | null;
  }
  export function createHTMLDocument(): { readonly body: ReadElement };
}
