import type { Rectangle } from '@mxg/model';
import type { Part } from './figure.ts';
import { pathBox } from './path-box.ts';

/** The least box around parts, in their frame, lines taken as thin; null for none that takes room. Texts are left out. */
export function partsBox(parts: readonly Part[]): Rectangle | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const part of parts) {
    const box = part.kind === 'path' ? pathBox(part.d) : part.kind === 'image' ? part : null;
    if (box === null) continue;
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}
