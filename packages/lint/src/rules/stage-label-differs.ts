import { atLink } from '../link-fix.ts';
import { labelDiffers } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Finding, Rule } from '../rule.ts';

export const stageLabelDiffers: Rule = {
  id: 'stage/label-differs',
  wants: 'a stage or milestone has the words of the heading that it links to',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    resolvedLinks(view).flatMap(({ link, resolution: { status, anchor } }): readonly Finding[] => {
      if (link.owner === null || link.at !== 'cell' || status !== 'ok' || anchor === null || anchor.level === null)
        return [];
      if (link.label === '' || saysTheSame(link.label, anchor.text)) return [];
      return [{ ...labelDiffers(link.label, anchor.text), ...atLink(view, link) }];
    }),
};

/**
 * Whether a label has the words of a heading, of what of it stands outside of brackets, or of what stands in them. A label may go on behind
 * them: many have a second line.
 */
export function saysTheSame(label: string, heading: string): boolean {
  const said = `${words(label)} `;
  return formsOf(heading)
    .map(words)
    .some((form) => form !== '' && said.startsWith(`${form} `));
}

const BRACKETS = /[([]([^()[\]]{1,200})[)\]]/g;

function formsOf(heading: string): readonly string[] {
  const plain = heading.replace(/^[\d.)]{1,20}\s/, '');
  const inside = [...heading.matchAll(BRACKETS)].map(([, text]) => text ?? '');
  return [heading, plain, heading.replace(BRACKETS, ' '), plain.replace(BRACKETS, ' '), ...inside];
}

/** Words alone: no case, no punctuation, no accents that fonts differ in. */
const words = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
