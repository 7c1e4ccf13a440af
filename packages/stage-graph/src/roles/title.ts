import { decision, type Rule } from './role.ts';

export const title: Rule = {
  reasons: {
    'title-inside': 'a text cell in a shape without a label: the one that stands out most',
    'title-beside': 'a text cell beside a shape without a label',
    'title-edge': 'a text cell beside an edge without a label',
  },
  decide(_, { containerOf, names }) {
    const ofShapes = [...names.titleOf].map(([owner, text]) => {
      const reason = containerOf.get(text) === owner ? 'title-inside' : 'title-beside';
      return decision(text, 'title', reason, owner.id, [owner.id]);
    });
    const ofEdges = [...names.labelOf].map(([owner, text]) =>
      decision(text, 'title', 'title-edge', owner.id, [owner.id]),
    );
    return [...ofShapes, ...ofEdges];
  },
};
