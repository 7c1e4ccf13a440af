import type { ModelSettings } from '@mxg/model';
import { attributeOf, type XmlElement } from '../xml/tree.ts';
import type { Notes } from './notes.ts';

/** The attributes of an `<mxGraphModel>` that the model gives a field. */
export const SETTINGS: ReadonlySet<string> = new Set<keyof ModelSettings>([
  'dx',
  'dy',
  'grid',
  'gridSize',
  'guides',
  'tooltips',
  'connect',
  'arrows',
  'fold',
  'page',
  'pageScale',
  'pageWidth',
  'pageHeight',
  'background',
  'backgroundImage',
  'math',
  'shadow',
  'extFonts',
  'adaptiveColors',
]);

/** Reads what an `<mxGraphModel>` says of itself. */
export function readSettings(element: XmlElement, notes: Notes): ModelSettings {
  const text = (name: string) => attributeOf(element, name);
  const flag = (name: string) => (text(name) === null ? null : text(name) === '1');
  const number = (name: string) => {
    const attribute = element.attributes.find((candidate) => candidate.name === name);
    return attribute === undefined ? null : notes.number(attribute);
  };
  return {
    dx: number('dx'),
    dy: number('dy'),
    grid: flag('grid'),
    gridSize: number('gridSize'),
    guides: flag('guides'),
    tooltips: flag('tooltips'),
    connect: flag('connect'),
    arrows: flag('arrows'),
    fold: flag('fold'),
    page: flag('page'),
    pageScale: number('pageScale'),
    pageWidth: number('pageWidth'),
    pageHeight: number('pageHeight'),
    background: text('background'),
    backgroundImage: text('backgroundImage'),
    math: flag('math'),
    shadow: flag('shadow'),
    extFonts: text('extFonts'),
    adaptiveColors: text('adaptiveColors'),
  };
}
