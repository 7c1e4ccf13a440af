import type { MxFile } from '@mxg/model';
import { extract, outline } from '@mxg/stage-graph';
import type { RenderOptions } from '@mxg/svg';
import { basename } from 'node:path';

/** What those hear of a picture who cannot see it: its page's name, else its file's, and its stages in order. */
export function wordsFor(file: MxFile, page: number, path: string): Pick<RenderOptions, 'title' | 'description'> {
  const name = file.pages[page]?.name ?? '';
  const isNamed = name !== '' && !UNNAMED.test(name);
  const title = isNamed ? name : path === '-' ? 'Diagram' : basename(path);
  const { stages, milestones, marks, ...graph } = extract(file, page);
  if (stages.length === 0) return { title };
  const words = outline({
    ...graph,
    stages: unlinked(stages),
    milestones: unlinked(milestones),
    marks: unlinked(marks),
  });
  return { title, description: shortened(words.trimEnd()) };
}

/** What draw.io calls a page until somebody does. */
const UNNAMED = /^page-?\s?\d{1,9}$/i;

/** Where shapes lead is told by the links of the picture itself. */
const unlinked = <T>(shapes: readonly T[]): readonly T[] => shapes.map((shape) => ({ ...shape, link: null }));

/** Characters of a description: nobody listens to more. */
const LONG = 10_000;

const shortened = (words: string): string =>
  words.length <= LONG ? words : `${words.slice(0, words.lastIndexOf('\n', LONG))}\n- …`;
