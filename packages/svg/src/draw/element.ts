/** The value of an attribute; null leaves it out. */
export type AttributeValue = string | number | null;

/** An element as text. Everything that is written goes through here: attributes are escaped, children are elements or escaped text. */
export function element(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  ...children: readonly string[]
): string {
  let written = `<${name}`;
  for (const key of Object.keys(attributes)) {
    const value = attributes[key] ?? null;
    if (value !== null) written += ` ${key}="${typeof value === 'number' ? shortest(value) : valueOf(key, value)}"`;
  }
  const inside = children.length === 1 ? (children[0] ?? '') : children.join('');
  return inside === '' ? `${written}/>` : `${written}>${inside}</${name}>`;
}

/** An element of HTML in a picture: never closed in itself, as pages read it, too, where it would stay open; `br` and its like always. */
export function htmlElement(
  name: string,
  attributes: Readonly<Record<string, AttributeValue>>,
  inside: string | null,
): string {
  const alone = element(name, attributes);
  return inside === null ? alone : `${alone.slice(0, -2)}>${inside}</${name}>`;
}

/** Names of fonts come from strangers as they are, and need no brackets: nothing in them looks like an address. */
const valueOf = (key: string, value: string): string =>
  escaped(key === 'font-family' ? value.replace(/[(){};:\\@<>]/g, '') : value);

/** Text between tags. */
export const escaped = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');

/** What most texts are: nothing in them to escape. */
const PLAIN = /^[\t\n\r !#-%'-;=?-\ud7ff]*$/;

/** A number in hundredths, without zeros at its end; what is none is 0, and none is larger than readers take. */
export const shortest = (value: number): string =>
  Number.isFinite(value) ? String(Math.min(MOST, Math.max(-MOST, Math.round(value * 100))) / 100) : '0';

/** Hundredths of a px. */
const MOST = 1e11;

/** Commands of a path, in groups or by themselves: letters stay, numbers are written short. What may be long is a group: a call takes no more than some ten thousand arguments. */
export function path(...steps: readonly (string | number | readonly (string | number)[])[]): string {
  let text = '';
  const add = (step: string | number): void => {
    text += `${text === '' ? '' : ' '}${typeof step === 'number' ? shortest(step) : step}`;
  };
  for (const step of steps) {
    if (typeof step === 'string' || typeof step === 'number') add(step);
    else for (const each of step) add(each);
  }
  return text;
}
