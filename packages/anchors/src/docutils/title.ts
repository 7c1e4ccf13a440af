import { smartPunctuation } from '../mdbook/smart-punctuation.ts';
import { lineAt, place, type Body } from './block.ts';
import { nameElement } from './document.ts';
import { element } from './element.ts';
import { normalizedName } from './identifier.ts';
import { readInline } from './inline.ts';

/** A line of one repeated mark. */
const RULE = /^([!-/:-@[-`{-~])\1*$/;

/** Characters of two columns, and such of none. Source: Unicode's East Asian Width, by script. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/gu;
const NARROW = /\p{Mn}/gu;

function widthOf(text: string): number {
  if (!/[^\0-\x7f]/.test(text)) return text.length;
  return [...text].length + (text.match(WIDE)?.length ?? 0) - (text.match(NARROW)?.length ?? 0);
}

/** The shortest line that is a rule whatever it is longer or shorter than. */
const LONG = 4;

/** A title with a line below it; the line behind both, or -1 for none. */
export function underlined(body: Body, at: number): number {
  const title = body.lines.text[at] ?? '';
  const underline = body.lines.text[at + 1] ?? '';
  if (!RULE.test(underline) || (underline.length < LONG && widthOf(title) > underline.length)) return -1;
  openSection(body, { title, style: underline.charAt(0), at });
  return at + 2;
}

/** A title between two lines, or a transition; the line behind it, or -1 where the line is but text. */
export function overlined(body: Body, at: number): number {
  const { text } = body.lines;
  const overline = text[at] ?? '';
  if (!RULE.test(overline)) return -1;
  const isShort = overline.length < LONG;
  if (body.sections === null) return overline === '::' || isShort ? -1 : at + 1;
  const title = text[at + 1] ?? '';
  if (isShort && !isTitle(overline, title, text[at + 2])) return -1;
  if (title === '') place(body, 'list', at);
  if (title === '') return at + 1;
  if (RULE.test(title)) return at + 2;
  if (isTitle(overline, title, text[at + 2]) || overline === text[at + 2])
    openSection(body, { title: title.trimStart(), style: overline.charAt(0).repeat(2), at: at + 1 });
  return at + 3;
}

const isTitle = (overline: string, title: string, underline: string | undefined): boolean =>
  title !== '' && !RULE.test(title) && overline === underline && widthOf(title) <= overline.length;

/** A title, the marks around it, and the index of its line. */
interface Title {
  readonly title: string;
  readonly style: string;
  readonly at: number;
}

/** Opens a section below the last one of a higher level. Titles that skip a level, or stand where none may, are left out. */
function openSection(body: Body, { title, style, at }: Title): void {
  const { document, sections } = body;
  if (sections === null) return;
  const known = document.titleStyles.indexOf(style);
  const level = (known < 0 ? document.titleStyles.length : known) + 1;
  if (level > sections.length + 1) return;
  if (known < 0) document.titleStyles.push(style);
  sections.length = level - 1;
  const heading = element('block', lineAt(body, at));
  const text = readInline(document, title, heading);
  const shown = { level: Math.min(level, 6), text: smartPunctuation(text) };
  const section = { ...element('section', heading.line), ...shown, children: heading.children };
  (sections.at(-1) ?? document.root).children.push(section);
  nameElement(document, section, normalizedName(text), false);
  sections.push(section);
  body.parent = section;
}
