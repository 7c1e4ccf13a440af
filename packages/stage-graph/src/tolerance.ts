/**
 * How exact a drawing has to be. Each is a share of a size in the drawing, so that a diagram reads the same at any scale.
 */
export const tolerance = {
  /** Of the inner shape's shorter side: how far it may stick out of a shape and still stand in it. */
  inside: 0.15,
  /** A container's area is at least this many times that of what it holds. */
  container: 1.4,
  /** Of the shape's shorter side: how far from its border an end of an edge still touches it. */
  touch: 0.12,
  /** Of two shapes' sizes, the greater by the smaller: up to here they are of one size. */
  alike: 1.2,
  /** Lines of text: how far a text may stand from the edge that it labels. */
  edgeLabel: 1.25,
  /** Lines of text: how far a text may stand from the shape that it names. */
  title: 2,
  /** Of its own area: a mark astride a border has at least this much on either side. */
  astride: 0.12,
  /** Of the stage's area: a milestone is at most this large. */
  milestone: 0.35,
  /** Of the body's area: a port at its border is at most this large. */
  port: 0.1,
  /** Of an ordinary shape's breadth: how far before a shape an end of an edge may stop and still point at it. */
  aim: 0.3,
  /** Of the outer shape's area: a picture without a label that is smaller is a badge on it. */
  badge: 1 / 4,
  /** Of the outer shape's area: what is named by a text beside it is a part of its own from here on. */
  part: 1 / 16,
  /** Of the arrow's length: how far before its tail and behind its head it looks for shapes. */
  arrowReach: 1.6,
  /** Of the lower of two shapes: up to this gap one stands on the other in a pile. */
  stack: 0.6,
  /** Of an ordinary shape's breadth: middles this near to each other are in one column. */
  column: 0.1,
  /** Of the smaller of two neighbours, along their row: up to this gap they touch. */
  neighbour: 0.1,
} as const;
