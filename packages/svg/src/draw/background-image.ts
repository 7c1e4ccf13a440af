import type { Rectangle } from '@mxg/model';
import { embedded } from '../shapes/image.ts';
import { nothing, type Drawn } from './drawn.ts';
import type { ImagePart } from './figure.ts';
import { paintOf } from './paint.ts';
import { drawParts } from './parts.ts';

/**
 * The picture that a page has behind its cells, by what its model stores: `{"src", "x", "y", "width", "height"}` as JSON. One that would have to be
 * fetched, or is another page, is not drawn, but takes its room.
 */
export function drawBackgroundImage(stored: string | null): Drawn {
  const fields = fieldsOf(stored);
  const box = boxOf(fields);
  if (box === null) return nothing;
  const href = typeof fields['src'] === 'string' ? embedded(fields['src']) : null;
  const parts: readonly ImagePart[] = href === null ? [] : [{ kind: 'image', href, ...box, keepsAspect: false }];
  const { svg, definitions } = drawParts(
    parts,
    paintOf(() => null),
  );
  return { svg, definitions, boxes: [box], diagnostics: [] };
}

function fieldsOf(stored: string | null): Readonly<Record<string, unknown>> {
  if (stored === null) return {};
  try {
    const value: unknown = JSON.parse(stored);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function boxOf(fields: Readonly<Record<string, unknown>>): Rectangle | null {
  const number = (key: string): number => {
    const value = Number(fields[key] ?? 0);
    return Number.isFinite(value) ? value : 0;
  };
  const box = { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  return box.width > 0 && box.height > 0 ? box : null;
}
