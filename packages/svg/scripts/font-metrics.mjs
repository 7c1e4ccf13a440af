/**
 * Writes src/text/font-table.ts: how wide characters are in the fonts that stand for Helvetica, Times and Courier where those are
 * missing (Arimo, Tinos and Cousine have the widths of Liberation Sans, Serif and Mono). Run: node packages/svg/scripts/font-metrics.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create } from 'fontkit';

const require = createRequire(import.meta.url);
const FAMILIES = { sans: 'arimo', serif: 'tinos', mono: 'cousine' };
const FACES = { regular: '400-normal', bold: '700-normal', italic: '400-italic', boldItalic: '700-italic' };
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic'];
/** Characters whose kerning is kept: what words of labels are made of. */
const KERNED = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,-:;\'"()/&'];

/** Scripts that labels are written in, and signs. */
const isKept = (code) =>
  (code >= 0x20 && code < 0x250) || (code >= 0x370 && code < 0x460) || (code >= 0x2010 && code < 0x2300);

const fontOf = (family, face, subset) =>
  create(readFileSync(require.resolve(`@fontsource/${family}/files/${family}-${subset}-${face}.woff2`)));

function metricsOf(family, face) {
  const advances = {};
  let kerning = {};
  let vertical = null;
  for (const subset of SUBSETS) {
    let font;
    try {
      font = fontOf(family, face, subset);
    } catch {
      continue; // not every family has every subset
    }
    const unit = 1000 / font.unitsPerEm;
    for (const code of font.characterSet) {
      const text = String.fromCodePoint(code);
      if (!isKept(code) || advances[text] !== undefined) continue;
      advances[text] = Math.round(font.glyphForCodePoint(code).advanceWidth * unit * 100) / 100;
    }
    if (subset !== 'latin') continue;
    vertical = { ascent: font.ascent / font.unitsPerEm, descent: -font.descent / font.unitsPerEm };
    kerning = kerningOf(font, advances, unit);
  }
  return { ...vertical, advances: grouped(advances), kerning };
}

/** Pairs that are set closer or wider than their advances say, ligatures included. */
function kerningOf(font, advances, unit) {
  const pairs = {};
  for (const left of KERNED)
    for (const right of KERNED) {
      if (left + right === '11') continue; // Arimo's alone: Liberation Sans has no such pair
      const width = font.layout(left + right).advanceWidth * unit;
      const off = Math.round((width - advances[left] - advances[right]) * 100) / 100;
      if (Math.abs(off) >= 0.5) pairs[left + right] = off;
    }
  return pairs;
}

/** Characters by width: a few widths have most of them. */
function grouped(advances) {
  const byWidth = {};
  for (const [text, width] of Object.entries(advances)) byWidth[width] = (byWidth[width] ?? '') + text;
  return byWidth;
}

const families = Object.entries(FAMILIES).map(([name, family]) => [
  name,
  Object.fromEntries(Object.entries(FACES).map(([face, file]) => [face, metricsOf(family, file)])),
]);
const json = JSON.stringify(Object.fromEntries(families)).replaceAll('\\', '\\\\').replaceAll("'", "\\'");
const text = `/** Made by scripts/font-metrics.mjs: widths in thousandths of the font size, characters by width; what pairs are off by. */
export const FONT_TABLE =
  '${json}';
`;
writeFileSync(new URL('../src/text/font-table.ts', import.meta.url), text);
