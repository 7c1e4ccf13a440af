import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { decode, find, sourceFromBytes, sourceFromText } from '@mxg/codec';
import type { MxFile } from '@mxg/model';
import { readStencils, render, type RenderOptions } from '@mxg/svg';
import fc from 'fast-check';
import { createHTMLDocument } from 'svgdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './support/scan-picture.ts';
import { corpus, corpusBytes, golden, hasShared, stencils } from './support/shared.ts';

/** Another run, or that of a failure, is `MXG_SEED=… npx vitest run test/picture-safety.test.ts`. */
const SEED = Number(process.env['MXG_SEED'] ?? 20_261_126);
const RUNS = 1500;

const filesIn = (bytes: Uint8Array): readonly MxFile[] =>
  find(sourceFromBytes(bytes).value).value.flatMap((diagram) => decode(diagram).value ?? []);

const pictures = () =>
  golden().flatMap(({ name, bytes, page }) =>
    filesIn(bytes)
      .slice(0, 1)
      .map((file) => ({
        name,
        svg: render(file, {
          stencils: stencils(),
          page: Math.max(
            0,
            file.pages.findIndex((each) => each.name === page),
          ),
        }).value,
      })),
  );

// What strangers may write

const fragments = [
  ...'" \' < > & ; = : # , ( ) % \\ / \n \t \0 \u200b \ud800 \ufffe ]]> --> <!-- &#x9; &lt; &colon; %3A'.split(' '),
  '<script>alert(1)</script>',
  '<constructor style="font-size:constructor">x</constructor>',
  '"/><script>alert(1)</script>',
  '" onload="alert(1)',
  "' onclick='alert(1)",
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#9;script:alert(1)">x</a>',
  '<a href="https://example.org">x</a>',
  '<iframe src="https://example.org">',
  '<style>*{background:url(https://example.org)}</style>',
  '<font color="red&quot; onload=&quot;x" face="a&quot;b" size="+99">x</font>',
  '<span style="color:url(https://example.org);font-size:1e9px;font-family:\'&quot;\'">x</span>',
  '<p style="position:fixed;background:url(//example.org);behavior:url(x);width:expression(alert(1));margin:-99px">x</p>',
  '<div style="color:red;/**/background:u\\72l(x)" onmouseover="alert(1)" id="body" class="x" name="y">x<math><mtext></div>',
  '<table><tr><td><a href="https://example.org"><img src="data:image/png,iVBORw0KGgo=" onerror="alert(1)"><svg><script>alert(1)</script>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<form><input name="x"><button formaction="javascript:alert(1)">x</button><style><!--</style><img src=x onerror=alert(1)>-->',
  '<b>bold</b><br><table><tr><td>cell</td></tr></table><ul><li>one</li></ul><hr>',
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\tscript:alert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'data:image/svg+xml,%3Csvg onload=%22alert(1)%22%3E',
  'data:image/svg+xml;base64,PHN2Zy8+',
  'data:image/png,iVBORw0KGgo=',
  'data:page/id,x',
  'https://example.org/a.png',
  '//example.org',
  '#a',
  'url(https://example.org)',
  'url(#a)',
  'expression(alert(1))',
  'light-dark(#fff, url(x))',
  'light-dark(red,rgb(1,2,3))',
  ...'none default inherit red #fff #12345678 rgba(1,2,3,.5) 0 1 -1 10 1e9 1e308 -1e308 NaN Infinity 0.0001 __proto__ constructor toString'.split(
    ' ',
  ),
];

const text = fc.oneof(
  fc.constantFrom(...fragments),
  fc.array(fc.constantFrom(...fragments), { maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

const KEYS =
  'fillColor strokeColor gradientColor gradientDirection fontColor fontFamily fontSize fontStyle strokeWidth dashed dashPattern opacity fillOpacity strokeOpacity textOpacity shadow glass sketch rounded arcSize image imageAspect imageBorder imageBackground imageWidth imageHeight labelBackgroundColor labelBorderColor labelPosition verticalLabelPosition align verticalAlign spacing spacingLeft overflow horizontal rotation direction flipH flipV startArrow endArrow startSize endSize startFill endFill edgeStyle curved html whiteSpace size points perimeter swimlaneFillColor startSize swimlaneLine fillStyle double textDirection portConstraint noLabel backgroundOutline'.split(
    ' ',
  );
const SHAPES =
  'shape=s.a shape=mxgraph.aws4.group;grIcon=s.a ellipse rhombus triangle swimlane text image label group line edgeLabel shape=cylinder3 shape=image shape=process shape=cloud shape=document shape=hexagon shape=actor shape=umlLifeline shape=table shape=tableRow shape=callout shape=mxgraph.flowchart.database shape=mxgraph.aws4.lambda shape=link shape=flexArrow shape=arrow shape=connector shape=stencil(nZ) shape=__proto__'.split(
    ' ',
  );

const style = fc
  .tuple(
    fc.constantFrom('', ...SHAPES),
    fc.constantFrom('html=1', 'html=1;whiteSpace=wrap', 'html=0'),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), text), { maxLength: 8 }),
  )
  .map(([shape, html, entries]) => [shape, html, ...entries.map(([key, value]) => `${key}=${value}`)].join(';'));

const number = fc.constantFrom('0', '10', '-20.5', '100', '1e9', '1e308', '-1e308', 'NaN', 'Infinity', 'x', '');
const attribute = (value: string): string =>
  value
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);

const cellXml = fc
  .record({
    id: fc.oneof(fc.constantFrom('a', 'b', 'c'), text),
    isEdge: fc.boolean(),
    value: text,
    link: text,
    tooltip: text,
    target: text,
    style,
    box: fc.tuple(number, number, number, number),
    ends: fc.tuple(fc.constantFrom('a', 'b', 'c', ''), fc.constantFrom('a', 'b', 'c', '')),
  })
  .map(({ id, isEdge, value, link, tooltip, target, style: own, box: [x, y, width, height], ends: [from, to] }) => {
    const points = `<mxPoint x="${x}" y="${y}" as="sourcePoint"/><mxPoint x="${width}" y="${height}" as="targetPoint"/><Array as="points"><mxPoint x="${height}" y="${x}"/></Array>`;
    const cell = isEdge
      ? `<mxCell style="${attribute(own)}" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell>`
      : `<mxCell style="${attribute(own)}" vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`;
    return `<UserObject id="${attribute(id)}" label="${attribute(value)}" link="${attribute(link)}" tooltip="${attribute(tooltip)}" linkTarget="${attribute(target)}" placeholders="1">${cell}</UserObject>`;
  });

const modelXml = fc
  .record({ name: text, background: text, cells: fc.array(cellXml, { minLength: 1, maxLength: 5 }) })
  .map(
    ({ name, background, cells }) =>
      `<mxfile><diagram name="${attribute(name)}"><mxGraphModel background="${attribute(background)}" shadow="1"><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel></diagram></mxfile>`,
  );

const STEPS =
  'path rect roundrect ellipse image text include-shape move line quad curve arc close fill stroke fillstroke save restore fillcolor strokecolor fontcolor fontfamily fontsize fontstyle alpha fillalpha strokealpha strokewidth dashed dashpattern linejoin linecap miterlimit script'.split(
    ' ',
  );
const STEP_KEYS =
  'x y w h x1 y1 x2 y2 rx ry str src name color family size style alpha width pattern join cap limit dashed align'.split(
    ' ',
  );

/** One step of a stencil, with another in it. */
const step = fc
  .tuple(
    fc.constantFrom(...STEPS),
    fc.array(fc.tuple(fc.constantFrom(...STEP_KEYS), fc.oneof(text, number)), { maxLength: 6 }),
    fc.constantFrom('', '<move x="0" y="0"/>', '<line x="1e9" y="NaN"/>', '<script>alert(1)</script>'),
  )
  .map(
    ([name, attributes, inside]) =>
      `<${name} ${attributes.map(([key, value]) => `${key}="${attribute(value)}"`).join(' ')}>${inside}</${name}>`,
  );

const stencilsXml = fc
  .tuple(fc.array(step, { maxLength: 8 }), text, fc.oneof(fc.constant(''), text))
  .map(
    ([steps, size, rest]) =>
      `<shapes name="s"><shape name="a" w="${attribute(size)}" h="10"><foreground>${steps.join('')}<include-shape name="s.a" w="5" h="5"/></foreground></shape>${rest}</shapes>`,
  );

const options: fc.Arbitrary<RenderOptions> = fc.record(
  {
    theme: fc.constantFrom('light', 'dark', 'auto'),
    labels: fc.constantFrom('text', 'html'),
    scale: fc.oneof(fc.constantFrom(1, 0, -1, NaN, Infinity), fc.double()),
    border: fc.oneof(fc.constantFrom(0, -5, NaN, Infinity), fc.double()),
    title: text,
    description: text,
    stencils: stencilsXml.map((xml) => readStencils([xml]).value),
  },
  { requiredKeys: [] },
);

const inHtml = (html: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg"><foreignObject><div xmlns="http://www.w3.org/1999/xhtml">${html}</div></foreignObject></svg>`;

describe('a picture of what strangers wrote', () => {
  test('has no markup, script or address but those that are allowed', () => {
    fc.assert(
      fc.property(modelXml, options, (xml, chosen) => {
        const [diagram] = find(sourceFromText(xml)).value;
        const file = diagram === undefined ? null : decode(diagram).value;
        expect(file?.pages[0]?.model?.cells.length).toBeGreaterThan(2);
        if (file !== null) expect(faultsOf(render(file, chosen).value)).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'the element `script`'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', 'the attribute `onload` of `svg`: `x`'],
    [
      '<svg xmlns="http://www.w3.org/2000/svg"><a href="javascript:x"/></svg>',
      'the address `href` of `a`: `javascript:x`',
    ],
    ['<svg xmlns="http://www.w3.org/2000/svg"><path fill="url(#a)"/></svg>', 'a reference to `#a`, which is not there'],
    ['<svg xmlns="http://www.w3.org/2000/svg"><g style="x:y"/></svg>', 'the style `x:y` of `g`'],
    [inHtml('<p onclick="x"/>'), 'the attribute `onclick` of `p`: `x`'],
    [inHtml('<iframe/>'), 'the element `iframe`'],
    [inHtml('<img src="https://example.org/a.png"/>'), 'the address `src` of `img`: `https://example.org/a.png`'],
    [inHtml('<p style="color:url(x)"/>'), 'the style `color:url(x)` of `p`'],
  ])('%s would be found out', (svg, fault) => {
    expect(faultsOf(svg)).toEqual([fault]);
  });
});

describe.skipIf(!hasShared)('pictures of real diagrams (skipped without MXG_SHARED)', () => {
  test.each([
    ['light', 'text'],
    ['auto', 'text'],
    ['auto', 'html'],
  ] as const)('of the corpus, %s with labels as %s, are clean', (theme, labels) => {
    const faults = corpus().flatMap((entry) =>
      filesIn(corpusBytes(entry)).flatMap((file) =>
        file.pages.flatMap(({ index }) =>
          faultsOf(render(file, { page: index, theme, labels, stencils: stencils() }).value).map(
            (fault) => `${entry.id}: ${fault}`,
          ),
        ),
      ),
    );
    expect(faults.slice(0, 20)).toEqual([]);
  });

  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mxg-pictures-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('are read back by svgdom as they were written', () => {
    for (const { svg } of pictures()) {
      const { body } = createHTMLDocument();
      body.innerHTML = svg;
      expect(body.firstElementChild?.getAttribute('viewBox')).toBe(/ viewBox="([^"]*)"/.exec(svg)?.[1]);
      expect([...body.querySelectorAll('path')]).toHaveLength(svg.match(/<path /g)?.length ?? 0);
      expect([...body.querySelectorAll('[data-cell-id]')]).toHaveLength(svg.match(/ data-cell-id="/g)?.length ?? 0);
    }
  });

  test('are what librsvg and resvg can draw', async ({ annotate }) => {
    const { Resvg } = await import('@resvg/resvg-js');
    const run = promisify(execFile);
    const hasLibrsvg = await run('rsvg-convert', ['--version']).then(
      () => true,
      () => false,
    );
    if (!hasLibrsvg) await annotate('no rsvg-convert here (Debian package librsvg2-bin): drawn by resvg alone');
    const failed: string[] = [];
    for (const { name, svg } of pictures()) {
      try {
        if (hasLibrsvg) {
          const path = join(folder, `${name}.svg`);
          writeFileSync(path, svg);
          await run('rsvg-convert', ['--zoom', '0.25', '--unlimited', path, '-o', `${path}.png`]);
        }
        new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: 'zoom', value: 0.25 } }).render();
      } catch (error) {
        failed.push(`${name}: ${String(error).slice(0, 200)}`);
      }
    }
    expect(failed).toEqual([]);
  });
});
