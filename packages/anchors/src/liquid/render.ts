import { Context, Liquid, toValueSync } from 'liquidjs';
import { LenientParser, type Dialect } from './lenient-parser.ts';
import { PlacedOutput } from './placed-output.ts';
import { HighlightTag, RawTag } from './tags.ts';

/** A page behind Liquid. */
export interface Rendered {
  readonly text: string;
  /** The template's line of a line of `text`, both from 1. */
  readonly lineOf: (line: number) => number;
  /** Why the template could not be rendered; then its tags have merely been taken out. Null when it could. */
  readonly failure: string | null;
}

/** Tags that read other files, which are not at hand: they give nothing. */
const READ_FILES: readonly string[] = ['include', 'render', 'layout', 'block'];
/** Against loops that never end: objects made, and milliseconds. */
const LIMITS = { memoryLimit: 1e8, renderLimit: 5000 };
const SAME_LINE = (line: number): number => line;

/** Whether Liquid has anything to do. */
export function hasLiquid(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/** Where a page is rendered. */
export interface Surroundings {
  readonly dialect: Dialect;
  /** The variables that there are. */
  readonly scope: Readonly<Record<string, unknown>>;
}

/** Renders a page's Liquid tags. Never throws. */
export function renderLiquid(text: string, { dialect, scope }: Surroundings): Rendered {
  if (!hasLiquid(text)) return { text, lineOf: SAME_LINE, failure: null };
  const output = new PlacedOutput();
  try {
    const liquid = engine();
    const templates = new LenientParser(liquid, dialect).parse(text);
    const context = new Context(scope, liquid.options, { sync: true, ...LIMITS }, { liquid });
    toValueSync(liquid.renderer.renderTemplates(templates, context, output));
    return { text: output.buffer, lineOf: output.lines(text), failure: null };
  } catch (error) {
    return { text: withoutTags(text), lineOf: SAME_LINE, failure: firstLine(error) };
  }
}

function engine(): Liquid {
  const liquid = new Liquid({ ownPropertyOnly: true, strictFilters: false, strictVariables: false, templates: {} });
  for (const name of READ_FILES) delete liquid.tags[name];
  liquid.registerTag('raw', RawTag);
  liquid.registerTag('highlight', HighlightTag);
  return liquid;
}

/** The text without outputs and tags, with their line ends, so that line numbers stay. */
function withoutTags(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = nextTag(text, 0); at >= 0; at = nextTag(text, from)) {
    const close = text.indexOf(text.charAt(at + 1) === '{' ? '}}' : '%}', at + 2);
    if (close < 0) break;
    kept.push(text.slice(from, at), text.slice(at, close).replace(/[^\n]+/g, ''));
    from = close + 2;
  }
  return kept.join('') + text.slice(from);
}

const TAG = /\{[{%]/g;

function nextTag(text: string, from: number): number {
  TAG.lastIndex = from;
  return TAG.exec(text)?.index ?? -1;
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0] ?? '';
}
