import { element, type Element } from './element.ts';

const HEADER = /^h[1-6]$/;

/** An HTML element as kramdown's option `html_to_native` makes it, as far as that gives ids: `<h2>` is a header like any other. */
export function toNative(made: Element): Element {
  const children = made.kind === 'html' ? made.children.map((child) => toNative(child)) : made.children;
  const isHeader = made.kind === 'html' && HEADER.test(made.value);
  const native = isHeader
    ? element('header', made.line, { level: Number(made.value.slice(1)) })
    : { ...made, children };
  if (!isHeader) return native;
  for (const [key, value] of made.attributes) native.attributes.set(key, value);
  native.children.push(...children);
  native.idSource = textIn(made);
  native.ial = made.ial;
  return native;
}

function textIn(made: Element): string {
  return made.kind === 'text' ? made.value : made.children.map((child) => textIn(child)).join('');
}
