/**
 * Ids that draw.io cannot load: its codec looks cells up in a JavaScript array, so these names find the array's own members
 * (ECMAScript 2023, Array.prototype and Object.prototype). Seen with draw.io 24.7.17: `join`, "setId is not a function".
 */
const RESERVED_IDS: ReadonlySet<string> = new Set(
  (
    'at concat constructor copyWithin entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach ' +
    'includes indexOf join keys lastIndexOf length map pop push reduce reduceRight reverse shift slice some sort splice ' +
    'toLocaleString toReversed toSorted toSpliced toString unshift values with ' +
    'hasOwnProperty isPrototypeOf propertyIsEnumerable valueOf ' +
    '__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__'
  ).split(' '),
);

/** Whether draw.io takes an id for something else than a cell. */
export const isReservedId = (id: string): boolean => RESERVED_IDS.has(id);
