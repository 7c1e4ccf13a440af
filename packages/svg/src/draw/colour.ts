/**
 * What a style calls a colour, as SVG takes it; null for none. Anything that is no colour is none: styles come from strangers.
 * One for light and one for dark grounds stay together as `light-dark(a,b)`, without spaces: the theme of the picture chooses.
 */
export function colourOf(value: string | null, fallback: string): string | null {
  const written = (value ?? fallback).trim();
  const [, light = written, dark = ''] = PAIR.exec(written) ?? [];
  if (light === 'default' || light === 'inherit' || light === 'swimlane') return fallback;
  if (!COLOUR.test(light) || light === 'none') return null;
  return COLOUR.test(dark) && dark !== 'none' && dark !== 'default'
    ? `light-dark(${light},${dark})`.replaceAll(' ', '')
    : light;
}

const COLOUR = /^(?:#[\da-f]{3,8}|[a-z]{3,30}|rgba?\([\d.,%\s]{3,40}\))$/i;
/** Two colours. An inner bracket may hold commas. */
const PAIR =
  /^light-dark\(\s{0,9}([^,()\s]{1,60}(?:\([^()]{0,60}\))?)\s{0,9},\s{0,9}([^,()\s]{1,60}(?:\([^()]{0,60}\))?)\s{0,9}\)$/i;
