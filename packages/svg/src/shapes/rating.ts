import { colourOf } from '../draw/colour.ts';
import { path } from '../draw/element.ts';
import { solid, type Shape } from '../draw/figure.ts';
import { polygonPath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';

/** Stars, as many of them full as the grade says. */
export const rating: Shape = (frame) => {
  const { height, width, style } = frame;
  const scale = Math.max(1, Math.min(50, Math.floor(numberOf(style, 'ratingScale', 5))));
  const grade = numberOf(style, 'grade', 3);
  const kind = style('ratingStyle') ?? 'star';
  // a sign is as wide as high, and stands half as much from the next
  const pitch = scale === 1 ? 0 : Math.min(1.5 * height, (width - height) / (scale - 1));
  return Array.from({ length: scale }, (_, i) => {
    const x = i * (pitch === 0 ? 1.5 * height : pitch) + height / 2;
    const sign = kind === 'heart' ? heart(x, height / 2, height / 2) : star(x, height / 2, height / 2);
    return solid(sign, i < grade ? {} : { fill: colourOf(style('emptyFillColor'), '#ffffff') });
  });
};

function star(x: number, y: number, radius: number): string {
  const corners = Array.from({ length: 10 }, (_, i): readonly [number, number] => {
    const [angle, reach] = [(i * Math.PI) / 5 - Math.PI / 2, i % 2 === 0 ? radius : radius * 0.4];
    return [x + reach * Math.cos(angle), y + reach * Math.sin(angle)];
  });
  return polygonPath(...corners);
}

const heart = (x: number, y: number, r: number): string =>
  path(
    ['M', x, y - 0.5 * r, 'C', x - 0.3 * r, y - 1.2 * r, x - r, y - r, x - r, y - 0.3 * r],
    ['C', x - r, y + 0.2 * r, x - 0.5 * r, y + 0.5 * r, x, y + r],
    ['C', x + 0.5 * r, y + 0.5 * r, x + r, y + 0.2 * r, x + r, y - 0.3 * r],
    ['C', x + r, y - r, x + 0.3 * r, y - 1.2 * r, x, y - 0.5 * r, 'Z'],
  );
