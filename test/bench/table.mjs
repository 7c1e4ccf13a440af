/**
 * What was measured, as rows: medians, quartiles, and how mxg compares with each other row, round by round.
 * @param of what `size` counts
 */
export function groupOf(title, aim, size, unit, samples, of = 'MB') {
  const mxg = samples[0][1];
  const rows = samples.map(([name, values], i) => ({
    name,
    ...quartiles(values),
    perSecond: size === null || unit !== 'ms' ? null : (1000 * size) / quartiles(values).median,
    perInput: unit === 'MB' ? quartiles(values).median / size : null,
    mxgRatio: i === 0 ? null : quartiles(mxg.map((value, round) => value / values[round])),
  }));
  return { title, aim, unit, size, of, rows };
}

function quartiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return { median: at(0.5), p25: at(0.25), p75: at(0.75) };
}

const columns = (name, ...cells) => `${name.padEnd(50)}${cells.map((cell) => cell.padStart(19)).join('')}`.trimEnd();

export const tableHead = columns('', 'median', 'p25–p75', 'rate', 'mxg ÷ this row');

export function groupText({ title, aim, unit, of, rows }) {
  const peers = rows.filter(({ name }) => name.startsWith('peer'));
  const fastest = peers.length > 1 ? Math.min(...peers.map(({ median }) => median)) : null;
  const lines = rows.map((row) => {
    const rate =
      row.perSecond === null
        ? row.perInput === null
          ? ''
          : `${three(row.perInput)} MB/MB`
        : `${three(row.perSecond)} ${of}/s`;
    const ratio = row.mxgRatio === null ? '' : `${three(row.mxgRatio.median)} (${range(row.mxgRatio)})`;
    const mark = row.median === fastest ? '  fastest peer' : '';
    return columns(`  ${row.name}`, `${three(row.median)} ${unit}`, range(row), rate, ratio) + mark;
  });
  return [`${title}${aim === '' ? '' : `  [aim: ${aim}]`}`, ...lines].join('\n');
}

const range = ({ p25, p75 }) => `${three(p25)}–${three(p75)}`;

const three = (number) => number.toFixed(number >= 100 ? 0 : number >= 10 ? 1 : 2);
