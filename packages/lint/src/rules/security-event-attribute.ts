import { onCell } from '../at-cell.ts';
import { withoutPieces } from '../label-fix.ts';
import { labelTags } from '../label-tags.ts';
import { eventAttribute } from '../messages.ts';
import type { Finding, Rule } from '../rule.ts';

export const securityEventAttribute: Rule = {
  id: 'security/event-attribute',
  wants: 'no label has attributes that run scripts',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    view.model.cells.flatMap((cell): readonly Finding[] => {
      const events = labelTags(cell).flatMap(({ attributes }) =>
        attributes.filter(({ name, value }) => /^on./.test(name) || isScript(name, value)),
      );
      const [first] = events;
      if (first === undefined) return [];
      const spans = events.map(({ start, end }) => ({ start: start - blanksBefore(cell.label, start), end }));
      const fix = withoutPieces(view, cell, spans, `remove \`${first.name}\``);
      return [{ ...eventAttribute(first.name), ...onCell(view, cell, 'label'), fix }];
    }),
};

/** An address of a picture or form that is a script; those of links are links, and another rule's matter. */
const isScript = (name: string, value: string): boolean =>
  /^(?:src|action|formaction|xlink:href)$/.test(name) && /^\s*(?:javascript|vbscript):/i.test(value);

const blanksBefore = (text: string, at: number): number => (/\s/.test(text.charAt(at - 1)) ? 1 : 0);
