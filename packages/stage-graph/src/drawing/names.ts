import { styleNumber } from '@mxg/model';
import type { Connector } from '../scene/connector.ts';
import type { Figure } from '../scene/figure.ts';
import { LINE_HEIGHT } from '../scene/ink.ts';
import { nearby } from '../scene/nearby.ts';
import { area, center, distance, gapX, gapY, holds } from '../scene/rectangle.ts';
import { boxOf, distanceFrom, segmentsOf, type Segment } from '../scene/route.ts';
import type { Scene } from '../scene/scene.ts';
import { tolerance } from '../tolerance.ts';
import type { Arrow } from './arrows.ts';
import { isLabelled, isSolid } from './solid.ts';

/** Which text cells name which shapes and edges. */
export interface Names {
  /** The text cell that stands in for the label of a shape. */
  readonly titleOf: ReadonlyMap<Figure, Figure>;
  /** The shape that a text cell names: `titleOf` the other way round. */
  readonly ownerOf: ReadonlyMap<Figure, Figure>;
  /** The text cell beside an edge that labels it. */
  readonly labelOf: ReadonlyMap<Connector, Figure>;
}

/** Finds the names of what has none of its own: first inside, then beside it, the nearest first. */
export function readNames(scene: Scene, arrows: readonly Arrow[]): Names {
  const texts = scene.figures.filter((figure) => isText(figure, scene));
  const busy = new Set(arrows.map(({ figure }) => figure));
  const inside = titlesInside([...texts, ...tiedTexts(scene), ...iconsOnCards(scene)], scene, busy);
  const used = new Set(inside.values());
  const pairs = [
    ...besideShapes(texts, scene, (figure) => busy.has(figure) || inside.has(figure)),
    ...besideEdges(texts, scene),
  ].filter(({ text }) => !used.has(text));
  const titleOf = new Map(inside);
  const labelOf = new Map<Connector, Figure>();
  for (const { text, owner, shape } of pairs.toSorted(byNearness)) {
    if (used.has(text) || (shape ? titleOf.has(owner) : labelOf.has(owner))) continue;
    used.add(text);
    if (shape) titleOf.set(owner, text);
    else labelOf.set(owner, text);
  }
  const ownerOf = new Map([...titleOf].map(([owner, text]) => [text, owner]));
  return { titleOf, ownerOf, labelOf };
}

/** A text that stands alone: no edge is tied to it. */
const isText = (figure: Figure, { attachedTo }: Scene): boolean =>
  figure.form === 'text' && isLabelled(figure) && !attachedTo.has(figure);

/** Texts that edges are tied to, each alone in a shape: the edges mean the shape. */
const tiedTexts = ({ attachedTo, contentOf }: Scene): readonly Figure[] =>
  [...contentOf.values()].flatMap((content) =>
    content.every(({ form }) => form === 'text')
      ? content.filter((text) => isLabelled(text) && attachedTo.has(text))
      : [],
  );

/** The icon on a card carries the card's label: the only labelled thing in a shape without one that edges end at. */
const iconsOnCards = ({ attachedTo, contentOf }: Scene): readonly Figure[] =>
  [...contentOf].flatMap(([card, content]) => {
    const [icon, ...others] = attachedTo.has(card) ? content.filter(isLabelled) : [];
    return icon?.form === 'icon' && others.length === 0 && !attachedTo.has(icon) ? [icon] : [];
  });

type Pair = { readonly text: Figure; readonly away: number } & (
  | { readonly shape: true; readonly owner: Figure }
  | { readonly shape: false; readonly owner: Connector }
);

const byNearness = (a: Pair, b: Pair): number =>
  a.away - b.away || a.text.cell.index - b.text.cell.index || Number(b.shape) - Number(a.shape);

/** Of the texts in a shape without a label the largest names it, of equals the topmost; in a frame only one above or below all bodies. */
function titlesInside(texts: readonly Figure[], scene: Scene, busy: ReadonlySet<Figure>): Map<Figure, Figure> {
  const titles = new Map<Figure, Figure>();
  const bodies = new Map<Figure, ReturnType<typeof bodiesIn>>();
  const weights = new Map(texts.map((text) => [text, weightOf(text)]));
  const outweighs = (text: Figure, rival: Figure): boolean => {
    const more = (weights.get(text) ?? 0) - (weights.get(rival) ?? 0);
    return more > 0 || (more === 0 && isAbove(text, rival));
  };
  for (const text of texts) {
    const owner = scene.containerOf.get(text);
    if (owner === undefined || owner.hidden !== text.hidden || isLabelled(owner) || busy.has(owner)) continue;
    const { top, bottom } = bodies.get(owner) ?? bodiesIn(owner, scene);
    bodies.set(owner, { top, bottom });
    const { y } = center(text.ink ?? text.bounds);
    if (y >= top && y <= bottom && text.form === 'text') continue;
    const rival = titles.get(owner);
    if (rival === undefined || outweighs(text, rival)) titles.set(owner, text);
  }
  return titles;
}

/** How much a text stands out: its size, bold a little more; a number alone is no name beside a word. */
const weightOf = ({ fontSize, cell, label }: Figure): number =>
  (WORD.test(label.text) ? 1000 : 0) + fontSize * ((styleNumber(cell.style, 'fontStyle', 0) & BOLD) === BOLD ? 1.1 : 1);

const WORD = /[\p{L}]/u;

const BOLD = 1;

const isAbove = (a: Figure, b: Figure): boolean => center(a.bounds).y < center(b.bounds).y;

/** Where the bodies in a shape begin and end, from top to bottom, px; badges do not count. */
function bodiesIn(owner: Figure, { contentOf }: Scene): { readonly top: number; readonly bottom: number } {
  let top = Infinity;
  let bottom = -Infinity;
  for (const inner of contentOf.get(owner) ?? []) {
    if (!isSolid(inner) || isBadge(inner, owner)) continue;
    top = Math.min(top, inner.bounds.y);
    bottom = Math.max(bottom, inner.bounds.y + inner.bounds.height);
  }
  return { top, bottom };
}

/** A small picture in a shape does not make a frame of it. */
export const isBadge = (other: Figure, owner: Figure): boolean =>
  other.form === 'icon' && !isLabelled(other) && area(other.bounds) < tolerance.badge * area(owner.bounds);

/** Whether a text stands all in a shape, as in a box of a frame, and so not beside it. */
const isDeepIn = (text: Figure, owner: Figure): boolean =>
  owner.cell.index < text.cell.index && holds(owner.bounds, text.bounds);

function besideShapes(texts: readonly Figure[], scene: Scene, isNamed: (figure: Figure) => boolean): Pair[] {
  return texts.flatMap((text) => {
    const ink = text.ink ?? text.bounds;
    const line = text.fontSize * LINE_HEIGHT;
    const reach = tolerance.title * line;
    return scene.near.around(ink, reach).flatMap((owner): Pair[] => {
      if (!isSolid(owner) || isLabelled(owner) || isNamed(owner) || owner.hidden !== text.hidden) return [];
      if (scene.containerOf.get(text) === owner || isDeepIn(text, owner)) return [];
      const level = gapX(ink, owner.bounds) < 0 || gapY(ink, owner.bounds) < 0;
      const away = distance(ink, owner.bounds);
      return level && away <= reach ? [{ text, owner, shape: true, away: away / line }] : [];
    });
  });
}

/** Texts near edges that have no label of their own. */
function besideEdges(texts: readonly Figure[], { connectors, edgeLabels }: Scene): Pair[] {
  const bare = connectors.filter(({ index, label }) => label.text === '' && !edgeLabels.has(index));
  const pieces = bare.flatMap((connector) =>
    segmentsOf(connector.route).map((segment): Piece => ({ connector, segment })),
  );
  const near = nearby(pieces, ({ segment }) => boxOf(segment));
  return texts.flatMap((text) => {
    const ink = text.ink ?? text.bounds;
    const line = text.fontSize * LINE_HEIGHT;
    const reach = tolerance.edgeLabel * line;
    const least = new Map<Connector, number>();
    for (const { connector, segment } of near.around(ink, reach)) {
      const away = distanceFrom(segment, ink);
      if (connector.hidden === text.hidden && away <= reach) {
        least.set(connector, Math.min(away, least.get(connector) ?? Infinity));
      }
    }
    return [...least].map(([owner, away]): Pair => ({ text, owner, shape: false, away: away / line }));
  });
}

interface Piece {
  readonly connector: Connector;
  readonly segment: Segment;
}
