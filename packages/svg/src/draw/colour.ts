/** What a style calls a colour, as SVG takes it; null for none. Anything that is no colour is none: styles come from strangers. */
export function colourOf(value: string | null, fallback: string): string | null {
  const written = (value ?? fallback).trim();
  const light = /^light-dark\(([^,()]{1,60}(?:\([^()]{0,60}\))?),/.exec(written.replaceAll(' ', ''))?.[1] ?? written;
  if (light === 'default' || light === 'inherit' || light === 'swimlane') return fallback;
  if (light === 'none' || light === '') return null;
  return /^(?:#[\da-f]{3,8}|[a-z]{3,30}|rgba?\([\d.,%\s]{3,40}\))$/i.test(light) ? light : null;
}
