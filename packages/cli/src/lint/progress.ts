import type { Terminal } from '../terminal.ts';

/** A line that tells how far a long run is. */
export interface Progress {
  readonly step: (path: string) => void;
  readonly end: () => void;
}

/** ms: shorter runs show nothing, and the line changes no oftener than people read. */
const [AFTER, EVERY] = [800, 80];

const CLEAR = '\r\u001b[2K';
const WIDEST = 60;

/** Shows how many of some files are done; nothing where nobody watches. */
export function progressOn({ interactive, say }: Terminal, total: number): Progress {
  if (!interactive) return { step: () => {}, end: () => {} };
  const begun = Date.now();
  let shown = 0;
  let done = 0;
  return {
    step: (path) => {
      done++;
      const now = Date.now();
      if (now - begun < AFTER || now - shown < EVERY) return;
      shown = now;
      say(`${CLEAR}${done} of ${total}  ${path.slice(-WIDEST)}`);
    },
    end: () => {
      if (shown > 0) say(CLEAR);
    },
  };
}
