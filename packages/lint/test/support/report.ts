import type { LintReport, Placed, Summary } from '../../src/report.ts';

/** A problem about nothing in particular, changed where an example needs it. */
export const problem = (changes: Partial<Placed> = {}): Placed => ({
  rule: 'model/unique-id',
  severity: 'error',
  message: 'the id `2` is taken',
  hint: '',
  path: 'guide.md',
  start: { line: 1, column: 1 },
  end: { line: 1, column: 5 },
  span: { start: 0, end: 4 },
  exact: true,
  diagram: null,
  page: null,
  pageName: null,
  cell: null,
  label: null,
  href: null,
  fix: null,
  suggestion: null,
  ...changes,
});

/** A report of these problems, counted as `mxg lint` does. */
export const reportOf = (problems: readonly Placed[], changes: Partial<Summary> = {}): LintReport => ({
  problems,
  summary: {
    files: 12,
    diagrams: 4,
    links: 31,
    errors: problems.filter(({ severity }) => severity === 'error').length,
    warnings: problems.filter(({ severity }) => severity === 'warning').length,
    infos: problems.filter(({ severity }) => severity === 'info').length,
    fixable: problems.filter(({ fix }) => fix !== null).length,
    suggestions: problems.filter(({ fix, suggestion }) => fix === null && suggestion !== null).length,
    ...changes,
  },
});

/** One problem of each severity, in two files: one that `--fix` fixes, one that `--unsafe-fixes` does, one that a person has to. */
export const example: LintReport = reportOf([
  problem({
    rule: 'link/heading-exists',
    message: 'no heading for `#reserch` in `guide.md`; did you mean `#research`?',
    hint: '`mxg anchors guide.md` lists what a link can hit',
    start: { line: 9, column: 14 },
    end: { line: 9, column: 22 },
    diagram: 1,
    page: 0,
    pageName: 'Release path',
    cell: '7',
    label: 'Research',
    href: '#reserch',
    suggestion: { title: 'link to `#research`', edits: [] },
  }),
  problem({
    rule: 'model/compressed-flag',
    severity: 'warning',
    message: 'the diagram is not compressed, but says so',
    start: { line: 120, column: 3 },
    end: { line: 121, column: 40 },
    diagram: 2,
    page: 1,
    fix: { title: 'set `compressed="false"`', edits: [] },
  }),
  problem({
    rule: 'suppression/unused',
    severity: 'info',
    message: 'nothing to suppress',
    hint: 'remove the comment',
    path: 'docs/50% done/Übersicht: a,b.md',
    start: { line: 3, column: 1 },
    end: { line: 3, column: 30 },
  }),
]);

/** Says in a terminal what it is not: clears the screen, writes red, rings, turns the text around, starts lines of its own. */
export const hostile: Placed = problem({
  message: '`\u001b[2J\u009b31m\u0007\u202egnp.exe\u2066` <b>&"\'\r\n::error::owned\u0085]]>\u2028\ufffe\ud800\u0000',
  hint: 'hint\u001b]0;title\u0007 [click](https://evil.example)',
  path: 'a\u001b[31m\n.md',
  page: 0,
  pageName: 'P\u001b[1m',
  cell: 'c\n`',
  label: ' two\n lines \u202e ',
});
