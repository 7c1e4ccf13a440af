import { decision, type Rule } from './role.ts';

export const title: Rule = {
  name: 'title',
  says: 'a text cell in or beside a shape without a label, or beside an edge without one',
  decide(_, { names }) {
    const ofShapes = [...names.titleOf].map(([owner, text]) => decision(text, 'title', owner.id, [owner.id]));
    const ofEdges = [...names.labelOf].map(([owner, text]) => decision(text, 'title', owner.id, [owner.id]));
    return [...ofShapes, ...ofEdges];
  },
};
