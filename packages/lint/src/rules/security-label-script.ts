import type { Span } from '@mxg/model';
import { onCell } from '../at-cell.ts';
import { withoutPieces } from '../label-fix.ts';
import { labelTags, type LabelTag } from '../label-tags.ts';
import { labelScript } from '../messages.ts';
import type { Finding, Rule } from '../rule.ts';

/** What runs or loads foreign content, and is no part of a label. Source: DOMPurify 3, which draw.io uses, drops them. */
const ACTIVE: ReadonlySet<string> = new Set([
  'script',
  'iframe',
  'object',
  'embed',
  'frame',
  'frameset',
  'applet',
  'base',
  'meta',
  'link',
]);

export const securityLabelScript: Rule = {
  id: 'security/label-script',
  wants: 'no label holds a script or a frame',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    view.model.cells.flatMap((cell): readonly Finding[] => {
      const tags = labelTags(cell).filter(({ name }) => ACTIVE.has(name));
      const [first] = tags;
      if (first === undefined) return [];
      const fix = withoutPieces(view, cell, elementsOf(tags, cell.label.length), `remove \`<${first.name}>\``);
      return [{ ...labelScript(first.name), ...onCell(view, cell, 'label'), fix }];
    }),
};

/** From each opening tag to its closing one; of a script that is never closed all goes. */
function elementsOf(tags: readonly LabelTag[], length: number): readonly Span[] {
  const spans: Span[] = [];
  tags.forEach(({ name, start, end, isClosing }, i) => {
    if (start < (spans.at(-1)?.end ?? 0)) return;
    const closing = isClosing
      ? undefined
      : tags.slice(i + 1, i + 50).find((other) => other.isClosing && other.name === name);
    const isOpen = name === 'script' && !isClosing && closing === undefined;
    spans.push({ start, end: isOpen ? length : (closing?.end ?? end) });
  });
  return spans;
}
