import FlatQueue from 'flatqueue';
import type { Lead } from './flows/lead.ts';
import type { Figure } from './scene/figure.ts';
import { grouped } from './scene/grouped.ts';
import { center } from './scene/rectangle.ts';

/**
 * Stages in the order in which a reader meets them: along the flows, marks in between included, and by place where flows
 * leave it open. In a cycle the first by place goes first.
 */
export function inOrder(nodes: readonly Figure[], flows: readonly Lead[]): readonly Figure[] {
  const reading = byPlace(nodes);
  const rank = new Map(reading.map((figure, i) => [figure, i]));
  const next = new Map<Figure, Figure[]>(reading.map((figure) => [figure, []]));
  const waiting = new Map<Figure, number>(reading.map((figure) => [figure, 0]));
  for (const [tail, head] of forward(flows, rank, reading)) {
    next.get(tail)?.push(head);
    waiting.set(head, (waiting.get(head) ?? 0) + 1);
  }
  const ready = new FlatQueue<number>();
  const add = (figure: Figure) => ready.push(rank.get(figure) ?? 0, rank.get(figure) ?? 0);
  reading.filter((figure) => waiting.get(figure) === 0).forEach(add);
  const order: Figure[] = [];
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    const figure = reading[at];
    if (figure === undefined) continue;
    order.push(figure);
    for (const after of next.get(figure) ?? []) {
      const left = (waiting.get(after) ?? 0) - 1;
      waiting.set(after, left);
      if (left === 0) add(after);
    }
  }
  return order;
}

/** Rows from top to bottom, in each from left to right. */
export const byPlace = (figures: readonly Figure[]): readonly Figure[] => rowsOf(figures).flat();

/** Figures in rows: what has its middle above the foot of a row's first figure belongs to the row. */
export function rowsOf(figures: readonly Figure[]): readonly (readonly Figure[])[] {
  const down = figures.toSorted((a, b) => center(a.bounds).y - center(b.bounds).y || a.bounds.x - b.bounds.x);
  const rows: Figure[][] = [];
  let bottom = -Infinity;
  for (const figure of down) {
    const { y } = center(figure.bounds);
    if (y > bottom) {
      rows.push([]);
      bottom = figure.bounds.y + figure.bounds.height;
    }
    rows.at(-1)?.push(figure);
  }
  return rows.map((row) => row.toSorted((a, b) => a.bounds.x - b.bounds.x || a.cell.index - b.cell.index));
}

/** The flows without those that lead back: walked depth first from where flows begin, a flow to what is still open is dropped. */
function* forward(
  flows: readonly Lead[],
  rank: ReadonlyMap<Figure, number>,
  reading: readonly Figure[],
): Generator<readonly [Figure, Figure]> {
  const known = flows.filter(
    ({ tail, head }) => tail !== null && head !== null && tail !== head && rank.has(tail) && rank.has(head),
  );
  const out = grouped(
    known,
    ({ tail }) => tail,
    ({ head }) => head,
  );
  const entered = new Set(known.map(({ head }) => head));
  const byRank = (a: Figure, b: Figure) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
  const state = new Map<Figure, 'open' | 'done'>();
  for (const start of [...reading.filter((figure) => !entered.has(figure)), ...reading]) {
    if (state.has(start)) continue;
    const way: { readonly at: Figure; readonly heads: readonly Figure[]; next: number }[] = [];
    const enter = (at: Figure) => {
      state.set(at, 'open');
      const heads = (out.get(at) ?? []).filter((head) => head !== null).toSorted(byRank);
      way.push({ at, heads, next: 0 });
    };
    enter(start);
    for (let step = way.at(-1); step !== undefined; step = way.at(-1)) {
      const head = step.heads[step.next++];
      if (head === undefined) {
        state.set(step.at, 'done');
        way.pop();
      } else if (state.get(head) !== 'open') {
        yield [step.at, head];
        if (!state.has(head)) enter(head);
      }
    }
  }
}
