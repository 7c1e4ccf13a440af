/** `auto` follows the page or the system that shows the picture. */
export type Theme = 'light' | 'dark' | 'auto';

/**
 * Gives the written colours of a picture the theme. Where a style names two (`light-dark(a, b)`) those count; else the dark
 * one is found as draw.io finds it. `auto` keeps the light one as attribute and puts both into `style`, for readers that
 * know `light-dark()`.
 */
export function themed(svg: string, theme: Theme): string {
  if (theme === 'light') return svg.includes('light-dark(') ? svg.replace(WRITTEN_PAIR, '="$1"') : svg;
  return svg.replace(TAG, (_, name: string, attributes: string, end: string) => {
    return `<${name}${theme === 'dark' ? inDark(attributes) : inBoth(attributes)}${end}>`;
  });
}

/** Angle brackets and quotes are escaped in values, so that a tag is told by its text. */
const TAG = /<([a-z][\w-]*)((?: [\w:-]+="[^"<>]*")+)(\/?)>/gi;
const ONE = '#[\\da-f]{3,8}|[a-z]{3,30}|rgba?\\([^()"]{3,60}\\)';
const WRITTEN_PAIR = new RegExp(`="light-dark\\((${ONE}),(?:${ONE})\\)"`, 'gi');
const PAIR = new RegExp(`^light-dark\\((${ONE}),(${ONE})\\)$`, 'i');
const COLOURED = / (fill|stroke|stop-color|flood-color|color)="([^"]*)"/g;
const DECLARED = /((?:^|[;\s])(?:color|background|background-color|border-color)\s*:\s*)([^;"]+)/gi;

function inDark(attributes: string): string {
  return attributes
    .replace(COLOURED, (_, name: string, colour: string) => ` ${name}="${bothOf(colour)[1]}"`)
    .replace(
      / style="([^"]*)"/,
      (_, style: string) =>
        ` style="${style.replace(DECLARED, (__, head: string, colour: string) => `${head}${bothOf(colour.trim())[1]}`)}"`,
    );
}

function inBoth(attributes: string): string {
  const declarations: string[] = [];
  const light = attributes
    .replace(COLOURED, (_, name: string, colour: string) => {
      const [day, night] = bothOf(colour);
      if (day !== night) declarations.push(`${name}:light-dark(${day},${night})`);
      return ` ${name}="${day}"`;
    })
    .replace(/ style="([^"]*)"/, (_, style: string) => {
      declarations.unshift(
        style.replace(DECLARED, (whole, head: string, colour: string) => {
          const [day, night] = bothOf(colour.trim());
          return day === night ? whole : `${head}light-dark(${day},${night})`;
        }),
      );
      return '';
    });
  return declarations.length === 0 ? light : `${light} style="${declarations.join(';')}"`;
}

/** A colour on a light and on a dark ground. */
function bothOf(colour: string): readonly [light: string, dark: string] {
  const [, light, dark] = PAIR.exec(colour) ?? [];
  return light !== undefined && dark !== undefined ? [light, dark] : [colour, darkOf(colour)];
}

/** What the dark picture stands on. Source: draw.io 26's exports. */
export const DARK_GROUND = '#121212';

/**
 * The colour that draw.io shows for one that was chosen for a light ground: turned to its opposite in lightness by 93 %, its
 * hue kept; black becomes white. Source: `light-dark()` pairs in SVG exports of draw.io 26. What cannot be computed stays.
 */
export function darkOf(colour: string): string {
  const parsed = channelsOf(colour);
  if (parsed === null) return colour;
  const { rgb, alpha } = parsed;
  if (alpha === null && rgb.every((channel) => channel === 0)) return '#ffffff';
  const [r = 0, g = 0, b = 0] = rgb.map((channel) => 0.93 * 255 - 0.86 * channel);
  const turned = TURNED.map(([x, y, z]) => Math.min(255, Math.max(0, Math.round(x * r + y * g + z * b))));
  const hex = turned.map((channel) => channel.toString(16).padStart(2, '0')).join('');
  return alpha === null ? `#${hex}` : `rgba(${turned.join(',')},${alpha})`;
}

/** A hue turned by half a circle. Source: Filter Effects Module Level 1, `hue-rotate`. */
const TURNED = [
  [-0.574, 1.43, 0.144],
  [0.426, 0.43, 0.144],
  [0.426, 1.43, -0.856],
] as const;

interface Channels {
  /** 0 to 255. */
  readonly rgb: readonly number[];
  /** As written; null for none. */
  readonly alpha: string | null;
}

function channelsOf(colour: string): Channels | null {
  const name = colour.toLowerCase();
  const written = Object.hasOwn(NAMES, name) ? (NAMES[name] ?? colour) : colour;
  const hex = /^#(?:[\da-f]{3}|[\da-f]{4}|[\da-f]{6}|[\da-f]{8})$/i.test(written) ? written.slice(1) : null;
  if (hex !== null) {
    const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    const [r, g, b, a] = digits.map((each) => Number.parseInt(each, 16));
    return {
      rgb: [r ?? 0, g ?? 0, b ?? 0],
      alpha: a === undefined ? null : String(Math.round((a / 255) * 1000) / 1000),
    };
  }
  const [, inner = ''] = /^rgba?\(([\d.,%\s]{3,60})\)$/i.exec(written) ?? [];
  const parts = inner.split(/[\s,]+/).filter((part) => part !== '');
  const rgb = parts.slice(0, 3).map((part) => Number.parseFloat(part) * (part.endsWith('%') ? 2.55 : 1));
  return rgb.length === 3 && rgb.every(Number.isFinite) ? { rgb, alpha: parts[3] ?? null } : null;
}

/** Source: CSS Color Module Level 4, the names that diagrams use. */
const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  silver: '#c0c0c0',
  gray: '#808080',
  grey: '#808080',
  white: '#ffffff',
  maroon: '#800000',
  red: '#ff0000',
  purple: '#800080',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  green: '#008000',
  lime: '#00ff00',
  olive: '#808000',
  yellow: '#ffff00',
  navy: '#000080',
  blue: '#0000ff',
  teal: '#008080',
  aqua: '#00ffff',
  cyan: '#00ffff',
  orange: '#ffa500',
  pink: '#ffc0cb',
  brown: '#a52a2a',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  darkgray: '#a9a9a9',
  darkgrey: '#a9a9a9',
  lightblue: '#add8e6',
  lightgreen: '#90ee90',
  lightyellow: '#ffffe0',
};
