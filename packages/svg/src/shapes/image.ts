import { colourOf } from '../draw/colour.ts';
import { solid, type ImagePart, type Shape } from '../draw/figure.ts';
import { boxPath } from '../draw/paths.ts';
import type { StyleOf } from '../view/shape.ts';
import { whole } from './general.ts';

/** Pictures that stand in the style itself; draw.io leaves `;base64` out, for a style ends at a semicolon. */
const EMBEDDED = /^data:image\/(png|jpeg|jpg|gif|webp|svg\+xml)(?:;base64)?,([A-Za-z0-9+/=%_.~-]+)$/;

/** The address of a picture that a style embeds; null for one that would have to be fetched: nothing is. */
export const embeddedImage = (style: StyleOf): string | null => embedded(style('image') ?? '');

/** An address with its picture in it, as SVG takes it; null for any other. Long ones may be broken into lines. */
export function embedded(address: string): string | null {
  const [, kind, data] = EMBEDDED.exec(address.replace(/\s/g, '')) ?? [];
  if (kind === undefined || data === undefined) return null;
  return `data:image/${kind}${data.includes('%') ? '' : ';base64'},${data}`;
}

/** A picture in its box. */
export const image: Shape = (frame) => {
  const { style } = frame;
  const ground = {
    fill: colourOf(style('imageBackground'), 'none'),
    stroke: colourOf(style('imageBorder'), 'none'),
  };
  const href = embeddedImage(style);
  const picture: readonly ImagePart[] =
    href === null ? [] : [{ kind: 'image', href, ...whole(frame), keepsAspect: style('imageAspect') !== '0' }];
  return [solid(boxPath(whole(frame)), ground), ...picture];
};
