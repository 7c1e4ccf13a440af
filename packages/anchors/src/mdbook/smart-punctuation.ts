/** Which typographic characters stand for which typed ones; dashes of more than three are as many em dashes as fit. */
const DASHES: Readonly<Record<number, string>> = { 2: '–', 3: '—', 4: '––' };

const dashes = (run: string): string =>
  DASHES[run.length] ?? '—'.repeat(Math.floor(run.length / 3)) + (run.length % 3 === 0 ? '' : '–');

/** A quote opens behind white space, an opening bracket, a dash, another quote, and at the beginning. */
const OPENS_BEHIND = /[\s([{<\-–—/'"“‘]/;

/** Makes dashes, ellipses and quotes typographic, as readers of a built page see them. */
export function smartPunctuation(text: string): string {
  const dashed = text.replace(/-{2,}/g, dashes).replace(/\.{3}/g, '…');
  return dashed.replace(/['"]/g, (quote, at: number) => {
    const opens = at === 0 || OPENS_BEHIND.test(dashed.charAt(at - 1));
    if (quote === '"') return opens ? '“' : '”';
    return opens && /\S/.test(dashed.charAt(at + 1)) ? '‘' : '’';
  });
}
