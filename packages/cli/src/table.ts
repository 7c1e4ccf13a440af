/** No column is made wider than this, in characters; a text that is longer sticks out. */
const WIDEST = 64;

/** Rows with their columns below each other; control characters become spaces, so that no text moves the cursor. */
export function table(rows: readonly (readonly string[])[]): string {
  const shown = rows.map((row) => row.map(visible));
  const widths = shown.reduce<number[]>((most, row) => {
    row.forEach((text, i) => (most[i] = Math.max(most[i] ?? 0, text.length <= WIDEST ? text.length : 0)));
    return most;
  }, []);
  return shown
    .map((row) =>
      row
        .map((text, i) => (i === row.length - 1 ? text : text.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

const visible = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
