import type { Rectangle } from '@mxg/model';

/** The least box around what a path draws, its stroke left out; null for one without points. Absolute commands, as `path` writes them. */
export function pathBox(d: string): Rectangle | null {
  const [xs, ys]: [number[], number[]] = [[], []];
  let [x, y] = [0, 0];
  for (const [, letter = '', written = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers: readonly number[] = written.match(/-?[\d.]{1,20}/g)?.map(Number) ?? [];
    const size = SIZES[letter] ?? numbers.length + 1;
    for (let i = 0; i <= numbers.length - size; i += size) {
      const step = numbers.slice(i, i + size);
      const to = endOf(letter, step, x, y);
      if (letter === 'A') arcReach(step, [x, y], [xs, ys]);
      else if (size > 2) {
        xs.push(...turns([x, ...step.filter((_, at) => at % 2 === 0)]));
        ys.push(...turns([y, ...step.filter((_, at) => at % 2 === 1)]));
      }
      [x, y] = to;
      xs.push(x);
      ys.push(y);
    }
  }
  return boxAround(xs, ys);
}

/** Numbers that a command takes. */
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, A: 7 };

function endOf(letter: string, step: readonly number[], x: number, y: number): [number, number] {
  if (letter === 'H') return [step[0] ?? x, y];
  if (letter === 'V') return [x, step[0] ?? y];
  return [step.at(-2) ?? x, step.at(-1) ?? y];
}

/** Where a curve of Bézier turns back in one direction; its handles in order. */
function turns(handles: readonly number[]): readonly number[] {
  const [a = 0, b = 0, c = 0, e = 0] = handles;
  const isCubic = handles.length === 4;
  const roots = isCubic ? quadratic(e - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a) : [(a - b) / (a - 2 * b + c)];
  return roots
    .filter((t) => t > 0 && t < 1)
    .map((t) => {
      const s = 1 - t;
      return isCubic
        ? s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * e
        : s * s * a + 2 * s * t * b + t * t * c;
    });
}

function quadratic(a: number, b: number, c: number): readonly number[] {
  if (Math.abs(a) < 1e-9) return b === 0 ? [] : [-c / b];
  const root = Math.sqrt(b * b - 4 * a * c);
  return Number.isNaN(root) ? [] : [(-b + root) / (2 * a), (-b - root) / (2 * a)];
}

/** The outermost points of an arc of an upright ellipse. Source: SVG 2, from endpoints to the centre. */
function arcReach(
  [rx = 0, ry = 0, , large, sweep, x2 = 0, y2 = 0]: readonly number[],
  [x1, y1]: readonly [number, number],
  [xs, ys]: readonly [number[], number[]],
): void {
  if (rx === 0 || ry === 0 || (x1 === x2 && y1 === y2)) return;
  const [dx, dy] = [(x1 - x2) / 2 / rx, (y1 - y2) / 2 / ry];
  const scale = Math.max(1, Math.hypot(dx, dy));
  const [a, b] = [rx * scale, ry * scale];
  const length = Math.hypot(dx, dy) / scale;
  const off = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, 1 / length ** 2 - 1));
  const [cx, cy] = [(x1 + x2) / 2 + (off * a * dy) / scale, (y1 + y2) / 2 - (off * b * dx) / scale];
  const [from, to] = [Math.atan2((y1 - cy) / b, (x1 - cx) / a), Math.atan2((y2 - cy) / b, (x2 - cx) / a)];
  const whole = 2 * Math.PI;
  const [start, end] = sweep === 1 ? [from, to] : [to, from];
  const sweepAngle = (end - start + whole) % whole;
  for (let quarter = 0; quarter < 4; quarter++) {
    const angle = (quarter * Math.PI) / 2;
    if ((angle - start + 2 * whole) % whole > sweepAngle) continue;
    xs.push(cx + a * Math.cos(angle));
    ys.push(cy + b * Math.sin(angle));
  }
}

/** Walked over, not spread into a call: paths of strangers may be long. */
function boxAround(xs: readonly number[], ys: readonly number[]): Rectangle | null {
  if (xs.length === 0) return null;
  const [left, right] = [xs.reduce((a, b) => Math.min(a, b)), xs.reduce((a, b) => Math.max(a, b))];
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
