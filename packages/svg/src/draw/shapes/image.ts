import { colourOf } from '../colour.ts';
import { element } from '../element.ts';
import type { Shape } from './shape.ts';

/** Pictures that stand in the style itself; draw.io leaves `;base64` out, for a style ends at a semicolon. */
const EMBEDDED = /^data:image\/(png|jpeg|jpg|gif|webp|svg\+xml)(?:;base64)?,([A-Za-z0-9+/=%_.~-]+)$/;

/** A picture in its box. One that would have to be fetched is left out: nothing is. */
export const image: Shape = (bounds, style) => {
  const [, kind, data] = EMBEDDED.exec(style('image') ?? '') ?? [];
  const ground = {
    fill: colourOf(style('imageBackground'), 'none') ?? 'none',
    stroke: colourOf(style('imageBorder'), 'none') ?? 'none',
  };
  const back = ground.fill === 'none' && ground.stroke === 'none' ? '' : element('rect', { ...bounds, ...ground });
  if (kind === undefined || data === undefined) return back;
  const isText = data.includes('%');
  const href = `data:image/${kind}${isText ? '' : ';base64'},${data}`;
  return (
    back + element('image', { ...bounds, href, preserveAspectRatio: style('imageAspect') === '0' ? 'none' : null })
  );
};
