import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { LintReport, Placed } from '../src/report.ts';
import { fingerprints } from '../src/reporters/fingerprint.ts';
import { fnv1a } from '../src/reporters/fnv1a.ts';
import { formatNames, reporters, type FormatName } from '../src/reporters/registry.ts';
import { example, hostile, problem, reportOf } from './support/report.ts';

const nothing = reportOf([]);

const print = (format: FormatName, report: LintReport, colour = false): string =>
  reporters[format](report, { colour, version: '1.2.3' });

describe('every format', () => {
  test('has a name and a reporter', () => {
    expect(Object.keys(reporters)).toEqual(formatNames);
  });

  // a person sees these bytes in a terminal, or a terminal obeys them
  test.each(formatNames)('%s lets no control character of a stranger through', (format) => {
    const text = print(format, reportOf([hostile]));
    expect(text.replace(/\n/g, '').match(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g)).toBeNull();
    expect(text.isWellFormed()).toBe(true);
  });

  test.each(formatNames)('%s prints ten thousand problems in the order given', (format) => {
    const many = Array.from({ length: 10_000 }, (_, i) => problem({ rule: `rule/n${i}`, path: `${i % 2}.md` }));
    const text = print(format, reportOf(many));
    expect(text.indexOf('rule/n9996')).toBeGreaterThan(text.indexOf('rule/n9994'));
  });

  test.each(formatNames)('%s ends with a line feed, or is empty', (format) => {
    expect(print(format, example)).toMatch(/[^\n]\n$/);
    expect(print(format, nothing)).toMatch(/^$|[^\n]\n$/);
  });
});

describe('pretty', () => {
  test('groups by file, aligns, and sums up', () => {
    expect(print('pretty', example)).toBe(`\
guide.md
  guide.md:9:14   error    no heading for \`#reserch\` in \`guide.md\`; did you mean \`#research\`?  link/heading-exists  page \`Release path\`, cell \`7\` "Research"
    \`mxg anchors guide.md\` lists what a link can hit
  guide.md:120:3  warning  the diagram is not compressed, but says so                          model/compressed-flag  page 2

docs/50% done/Übersicht: a,b.md
  docs/50% done/Übersicht: a,b.md:3:1  info     nothing to suppress  suppression/unused
    remove the comment

3 problems (1 error, 1 warning, 1 info) in 2 of 12 files, 4 diagrams, 31 links
1 can be fixed with \`--fix\`, 1 more with \`--unsafe-fixes\`
`);
  });

  test('says what was looked at when there is no problem', () => {
    expect(print('pretty', nothing)).toBe('no problem in 12 files, 4 diagrams, 31 links\n');
    const one = reportOf([], { files: 1, diagrams: 1, links: 1 });
    expect(print('pretty', one)).toBe('no problem in 1 file, 1 diagram, 1 link\n');
  });

  test.each([
    [2, 0, '2 can be fixed with `--fix`\n'],
    [0, 2, '2 can be fixed with `--unsafe-fixes`\n'],
    [1, 2, '1 can be fixed with `--fix`, 2 more with `--unsafe-fixes`\n'],
    [0, 0, ''],
  ])('%i safe fixes and %i others', (fixable, suggestions, says) => {
    const text = print('pretty', reportOf([problem()], { fixable, suggestions }));
    expect(text.split('31 links\n')[1]).toBe(says);
  });

  test('a long message moves its own line only', () => {
    const long = problem({ message: 'm'.repeat(100) });
    const [, first, second] = print('pretty', reportOf([long, problem()])).split('\n');
    expect(first).toBe(`  guide.md:1:1  error    ${'m'.repeat(100)}  model/unique-id`);
    expect(second).toBe('  guide.md:1:1  error    the id `2` is taken  model/unique-id');
  });

  test('a label is put on one line, and cut', () => {
    const text = print('pretty', reportOf([problem({ cell: '7', label: `two\n  lines ${'x'.repeat(99)}` })]));
    expect(text).toContain(`cell \`7\` "two lines ${'x'.repeat(30)}…"`);
    expect(print('pretty', reportOf([problem({ cell: '7', label: ' \n' })]))).toContain('cell `7`\n');
  });

  test('colours severities, rules, hints and paths, where colours may be', () => {
    const text = print('pretty', reportOf([problem({ hint: 'choose another' })]), true);
    expect(text.split('\n').slice(0, 3)).toEqual([
      '\u001b[4mguide.md\u001b[24m',
      '  guide.md:1:1  \u001b[31merror\u001b[39m    the id `2` is taken  \u001b[2mmodel/unique-id\u001b[22m',
      '    \u001b[2mchoose another\u001b[22m',
    ]);
    expect(print('pretty', reportOf([problem({ severity: 'warning' })]), true)).toContain(
      '\u001b[33mwarning\u001b[39m  ',
    );
    expect(print('pretty', reportOf([problem({ severity: 'info' })]), true)).toContain('\u001b[36minfo\u001b[39m     ');
  });

  test('writes out what nobody would see', () => {
    const [path, line, hint] = print('pretty', reportOf([hostile])).split('\n');
    expect(path).toBe('a\\u001b[31m\\u000a.md');
    expect(line).toContain(
      '`\\u001b[2J\\u009b31m\\u0007\\u202egnp.exe\\u2066` <b>&"\'\\u000d\\u000a::error::owned\\u0085]]>\\u2028\\ufffe\\ud800\\u0000',
    );
    expect(line).toContain('page `P\\u001b[1m`, cell `c\\u000a`` "two lines \\u202e"');
    expect(hint).toBe('    hint\\u001b]0;title\\u0007 [click](https://evil.example)');
  });
});

describe('compact', () => {
  test('is a line a problem, as gcc writes them', () => {
    expect(print('compact', example)).toBe(`\
guide.md:9:14: error: no heading for \`#reserch\` in \`guide.md\`; did you mean \`#research\`? [link/heading-exists]
guide.md:120:3: warning: the diagram is not compressed, but says so [model/compressed-flag]
docs/50% done/Übersicht: a,b.md:3:1: info: nothing to suppress [suppression/unused]
`);
  });

  test('is empty for no problem, and a line for a message with several', () => {
    expect(print('compact', nothing)).toBe('');
    expect(print('compact', reportOf([hostile])).match(/\n/g)).toHaveLength(1);
  });
});

describe('json', () => {
  test('has all of a problem, in this order', () => {
    expect(print('json', { ...example, problems: example.problems.slice(0, 1) })).toBe(`\
{
  "problems": [
    {
      "path": "guide.md",
      "line": 9,
      "column": 14,
      "endLine": 9,
      "endColumn": 22,
      "rule": "link/heading-exists",
      "severity": "error",
      "message": "no heading for \`#reserch\` in \`guide.md\`; did you mean \`#research\`?",
      "hint": "\`mxg anchors guide.md\` lists what a link can hit",
      "diagram": 1,
      "page": 0,
      "pageName": "Release path",
      "cell": "7",
      "label": "Research",
      "href": "#reserch",
      "fixable": "unsafe"
    }
  ],
  "summary": {
    "files": 12,
    "diagrams": 4,
    "links": 31,
    "errors": 1,
    "warnings": 1,
    "infos": 1,
    "fixable": 1,
    "suggestions": 1
  }
}
`);
  });

  test('tells safe fixes from others, and says what a stranger wrote', () => {
    const { problems } = JSON.parse(print('json', example)) as { problems: { fixable: unknown }[] };
    expect(problems.map(({ fixable }) => fixable)).toEqual(['unsafe', 'safe', null]);
    const said = JSON.parse(print('json', reportOf([hostile]))) as { problems: { message: string }[] };
    expect(said.problems[0]?.message).toBe(hostile.message);
  });
});

/** Of `@microsoft/jest-sarif` 1.0.0-beta.0: the schema of OASIS as SchemaStore has it. */
const SARIF_SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** What the schema says of a log. It is of JSON Schema draft 4, in words that draft 7 has, too; a pattern of it needs the lenient syntax. */
function sarifErrors(log: unknown): unknown {
  const text = readFileSync(createRequire(import.meta.url).resolve(SARIF_SCHEMA), 'utf8');
  const { $schema: _, id: __, ...schema } = JSON.parse(text) as Record<string, unknown>;
  const formats = { uri: URL.canParse, 'uri-reference': /^[\w\-.~%!$&'()*+,;=:@/?#[\]]*$/, 'date-time': true } as const;
  const validate = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile(schema);
  return validate(log) ? null : validate.errors;
}

interface SarifResult {
  readonly message: { readonly text: string };
  readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } } }[];
}

const sarifResults = (report: LintReport): readonly SarifResult[] =>
  (JSON.parse(print('sarif', report)) as { runs: [{ results: SarifResult[] }] }).runs[0].results;

describe('sarif', () => {
  test.each([
    ['an example', example],
    ['no problem', nothing],
    ['hostile texts', reportOf([hostile])],
    ['a file that is standard input', reportOf([problem({ path: '-' })])],
  ])('is valid for %s', (_, report) => {
    expect(sarifErrors(JSON.parse(print('sarif', report)))).toBeNull();
  });

  test('is told from what is not valid', () => {
    expect(sarifErrors({ version: '2.1.0', runs: [{ tool: {} }] })).toMatchObject([{ instancePath: '/runs/0/tool' }]);
    expect(sarifErrors({ $schema: 'no address', version: '2.1.0', runs: [] })).toMatchObject([{ keyword: 'format' }]);
  });

  test('names the tool, the rules that occur, and where', () => {
    expect(JSON.parse(print('sarif', example))).toEqual({
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'mxg',
              version: '1.2.3',
              informationUri: 'https://www.npmjs.com/package/mxg',
              rules: [
                {
                  id: 'link/heading-exists',
                  shortDescription: { text: 'the fragment of a link is the id of something on its page' },
                },
                {
                  id: 'model/compressed-flag',
                  shortDescription: { text: '`compressed` says how the pages are stored' },
                },
                { id: 'suppression/unused', shortDescription: { text: 'each suppression suppresses something' } },
              ],
            },
          },
          columnKind: 'utf16CodeUnits',
          originalUriBaseIds: { '%SRCROOT%': {} },
          results: [
            {
              ruleId: 'link/heading-exists',
              ruleIndex: 0,
              level: 'error',
              message: {
                text: 'no heading for `#reserch` in `guide.md`; did you mean `#research`?\n`mxg anchors guide.md` lists what a link can hit',
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'guide.md', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 9, startColumn: 14, endLine: 9, endColumn: 22 },
                  },
                  logicalLocations: [{ name: '7', fullyQualifiedName: 'Release path/7', kind: 'element' }],
                },
              ],
              partialFingerprints: { 'mxg/v1': fingerprints(example.problems)[0] },
            },
            {
              ruleId: 'model/compressed-flag',
              ruleIndex: 1,
              level: 'warning',
              message: { text: 'the diagram is not compressed, but says so' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: 'guide.md', uriBaseId: '%SRCROOT%' },
                    region: { startLine: 120, startColumn: 3, endLine: 121, endColumn: 40 },
                  },
                  logicalLocations: [{ name: 'page 2', fullyQualifiedName: 'page 2', kind: 'element' }],
                },
              ],
              partialFingerprints: { 'mxg/v1': fingerprints(example.problems)[1] },
            },
            {
              ruleId: 'suppression/unused',
              ruleIndex: 2,
              level: 'note',
              message: { text: 'nothing to suppress\nremove the comment' },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: {
                      uri: 'docs/50%25%20done/%C3%9Cbersicht%3A%20a%2Cb.md',
                      uriBaseId: '%SRCROOT%',
                    },
                    region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 30 },
                  },
                },
              ],
              partialFingerprints: { 'mxg/v1': fingerprints(example.problems)[2] },
            },
          ],
        },
      ],
    });
  });

  test('lists a rule once, in order of names', () => {
    const report = reportOf(['b/b', 'a/a', 'b/b'].map((rule) => problem({ rule })));
    expect(JSON.parse(print('sarif', report))).toMatchObject({
      runs: [
        {
          tool: { driver: { rules: [{ id: 'a/a' }, { id: 'b/b' }] } },
          results: [{ ruleIndex: 1 }, { ruleIndex: 0 }, { ruleIndex: 1 }],
        },
      ],
    });
  });

  test('makes no link of what a stranger wrote', () => {
    expect(sarifResults(reportOf([hostile]))[0]?.message.text).toMatch(/\n.*\[click\] \(https:\/\/evil\.example\)$/);
  });

  test.each([
    ['docs/a b/ü#?.md', 'docs/a%20b/%C3%BC%23%3F.md'],
    ['../up.md', '../up.md'],
    ['javascript:x.md', 'javascript%3Ax.md'],
    ['half \ud83d.md', 'half%20%EF%BF%BD.md'],
  ])('%j is the address %s', (path, uri) => {
    const [result] = sarifResults(reportOf([problem({ path })]));
    expect(result?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });
});

describe('github', () => {
  test('is a workflow command a problem', () => {
    expect(print('github', example)).toBe(`\
::error file=guide.md,line=9,col=14,endLine=9,endColumn=22,title=link/heading-exists::no heading for \`#reserch\` in \`guide.md\`; did you mean \`#research\`?%0A\`mxg anchors guide.md\` lists what a link can hit
::warning file=guide.md,line=120,endLine=121,title=model/compressed-flag::the diagram is not compressed, but says so
::notice file=docs/50%25 done/Übersicht%3A a%2Cb.md,line=3,col=1,endLine=3,endColumn=30,title=suppression/unused::nothing to suppress%0Aremove the comment
`);
    expect(print('github', nothing)).toBe('');
  });

  test('a message starts no command of its own', () => {
    const text = print('github', reportOf([problem({ message: '100%: a, b\r\n::set-output name=a::b' })]));
    expect(text).toMatch(/::100%25: a, b%0D%0A::set-output name=a::b\n$/);
    expect(print('github', reportOf([hostile]))).toMatch(/^::error file=a\\u001b\[31m%0A\.md,line=1,.*\n$/);
  });
});

/** The elements of an XML text, each with its attributes and the text before the next tag; refuses what is not well-formed. */
function elementsOf(xml: string): readonly (readonly [name: string, attributes: object, text: string])[] {
  const elements: [string, object, string][] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push([name, { ...attributes }, '']));
  parser.on('text', (text) => {
    const last = elements.at(-1);
    if (last !== undefined && text.trim() !== '') last[2] += text;
  });
  parser.write(xml).close();
  return elements;
}

describe('junit', () => {
  test('is a suite a file and a failed case a problem', () => {
    expect(print('junit', example)).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mxg" tests="3" failures="3" errors="0">
  <testsuite name="guide.md" tests="2" failures="2" errors="0" skipped="0" file="guide.md">
    <testcase name="link/heading-exists at 9:14" classname="guide.md">
      <failure type="error" message="no heading for \`#reserch\` in \`guide.md\`; did you mean \`#research\`?">guide.md:9:14&#10;no heading for \`#reserch\` in \`guide.md\`; did you mean \`#research\`?&#10;page \`Release path\`, cell \`7\` &quot;Research&quot;&#10;\`mxg anchors guide.md\` lists what a link can hit</failure>
    </testcase>
    <testcase name="model/compressed-flag at 120:3" classname="guide.md">
      <failure type="warning" message="the diagram is not compressed, but says so">guide.md:120:3&#10;the diagram is not compressed, but says so&#10;page 2</failure>
    </testcase>
  </testsuite>
  <testsuite name="docs/50% done/Übersicht: a,b.md" tests="1" failures="1" errors="0" skipped="0" file="docs/50% done/Übersicht: a,b.md">
    <testcase name="suppression/unused at 3:1" classname="docs/50% done/Übersicht: a,b.md">
      <failure type="info" message="nothing to suppress">docs/50% done/Übersicht: a,b.md:3:1&#10;nothing to suppress&#10;remove the comment</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test('has one case that passes when there is no problem', () => {
    expect(print('junit', nothing)).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="mxg" tests="1" failures="0" errors="0">
  <testsuite name="mxg" tests="1" failures="0" errors="0" skipped="0">
    <testcase name="no problem" classname="mxg"/>
  </testsuite>
</testsuites>
`);
  });

  test('is XML whatever a message has', () => {
    const [, , , failure] = elementsOf(print('junit', reportOf([hostile])));
    expect(failure?.[1]).toEqual({
      type: 'error',
      message:
        '`\\u001b[2J\\u009b31m\\u0007\\u202egnp.exe\\u2066` <b>&"\'\r\n::error::owned\\u0085]]>\\u2028\\ufffe\\ud800\\u0000',
    });
  });
});

describe('gitlab', () => {
  test('is a Code Quality report', () => {
    const [first, second, third] = fingerprints(example.problems);
    const path = 'docs/50% done/Übersicht: a,b.md';
    expect(JSON.parse(print('gitlab', example))).toEqual([
      {
        description: 'no heading for `#reserch` in `guide.md`; did you mean `#research`?',
        check_name: 'link/heading-exists',
        fingerprint: first,
        severity: 'major',
        location: { path: 'guide.md', lines: { begin: 9 } },
      },
      {
        description: 'the diagram is not compressed, but says so',
        check_name: 'model/compressed-flag',
        fingerprint: second,
        severity: 'minor',
        location: { path: 'guide.md', lines: { begin: 120 } },
      },
      {
        description: 'nothing to suppress',
        check_name: 'suppression/unused',
        fingerprint: third,
        severity: 'info',
        location: { path, lines: { begin: 3 } },
      },
    ]);
    expect(print('gitlab', nothing)).toBe('[]\n');
  });
});

const fingerprint = (changes: Partial<Placed> = {}) => fingerprints([problem(changes)])[0];

describe('fingerprints', () => {
  // services keep them: another value makes every known problem a new one
  test('never change', () => {
    expect(fingerprints([problem(), problem()])).toMatchInlineSnapshot(`
      [
        "1a4cd97899f48401",
        "071e2dbd819485c6",
      ]
    `);
  });

  test('stay when the problem moves', () => {
    const moved = { start: { line: 8, column: 2 }, end: { line: 9, column: 1 }, span: null, hint: 'other words' };
    expect(fingerprint(moved)).toBe(fingerprint());
  });

  test.each([
    { rule: 'model/no-cycle' },
    { path: 'other.md' },
    { diagram: 2 },
    { cell: '2' },
    { href: '2' },
    { message: 'the id `3` is taken' },
  ])('differ with %j', (changes) => {
    expect(fingerprint(changes)).not.toBe(fingerprint());
  });

  test('count problems that are alike, so that each is itself', () => {
    const problems = [problem(), problem({ path: 'other.md' }), problem(), problem({ start: { line: 7, column: 7 } })];
    expect(new Set(fingerprints(problems)).size).toBe(4);
    expect(fingerprints(problems)[0]).toBe(fingerprint());
  });

  // RFC 9923, and the test suite of the authors (http://www.isthe.com/chongo/src/fnv/test_fnv.c)
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
    ['chongo was here!\n', '46810940eff5f915'],
  ])('FNV-1a of %j is %s', (text, hash) => {
    expect(fnv1a(text)).toBe(hash);
  });
});
