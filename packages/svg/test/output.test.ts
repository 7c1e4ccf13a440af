import { decode, find, sourceFromText } from '@mxg/codec';
import type { Reading } from '@mxg/model';
import { describe, expect, test } from 'vitest';
import { render, type RenderOptions } from '../src/index.ts';
import { hrefOf } from '../src/output/href.ts';
import { darkOf } from '../src/output/theme.ts';

const box = (attributes: string, style = '') =>
  `<UserObject id="a" label="A" ${attributes}><mxCell style="${style}" vertex="1" parent="1"><mxGeometry x="20" y="10" width="100" height="60" as="geometry"/></mxCell></UserObject>`;

function drawn(cells: string, options: RenderOptions = {}, model = ''): Reading<string> {
  const xml = `<mxfile><diagram name="Path"><mxGraphModel ${model}><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram></mxfile>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  return file === null ? { value: '', diagnostics: [] } : render(file, options);
}

const svgOf = (...of: Parameters<typeof drawn>): string => drawn(...of).value;

const silent = (attributes: string) => svgOf(box(attributes).replace('label="A"', 'label=""'));
const gradient = (width: number) => svgOf(box('', `gradientColor=#ff0000;`).replace('width="100"', `width="${width}"`));
const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
const channels = (colour: string) =>
  (colour.match(/^#(..)(..)(..)$/) ?? []).slice(1).map((hex) => Number.parseInt(hex, 16));

const rootOf = (svg: string): string => /^<svg [^>]*>/.exec(svg)?.[0] ?? '';

describe('the frame of a picture', () => {
  test.each([
    [{}, 'width="101" height="61" viewBox="-0.5 -0.5 101 61"', 'translate(-20 -10)'],
    [{ border: 10 }, 'width="121" height="81" viewBox="-0.5 -0.5 121 81"', 'translate(-10 0)'],
    [{ scale: 2 }, 'width="202" height="122" viewBox="-0.5 -0.5 202 122"', 'scale(2) translate(-20 -10)'],
    [{ scale: 2, border: 10 }, 'width="222" height="142" viewBox="-0.5 -0.5 222 142"', 'scale(2) translate(-15 -5)'],
    [{ scale: 0.5 }, 'width="51" height="31" viewBox="-0.5 -0.5 51 31"', 'scale(0.5) translate(-20 -10)'],
    [{ scale: NaN, border: -5 }, 'width="101" height="61"', 'translate(-20 -10)'],
  ])('with %j is %s', (options, frame, transform) => {
    const svg = svgOf(box(''), options);
    expect(rootOf(svg)).toContain(frame);
    expect(svg).toContain(`transform="${transform}"`);
  });

  test('names the page for those who cannot see it, or what it is told', () => {
    expect(svgOf(box(''))).toMatch(/^<svg [^>]*role="img"[^>]*><title>Path<\/title><g/);
    expect(svgOf(box(''), { title: 'A <b>', description: 'one & two' })).toContain(
      '><title>A &lt;b&gt;</title><desc>one &amp; two</desc><g',
    );
  });

  test('is a document to those who cannot see it where it has links, for an image hides what is in it', () => {
    const svg = svgOf(box('link="a.html"'), { title: 'Path', description: 'one' });
    const [title, description] = idsOf(svg);
    expect(rootOf(svg)).toContain('role="graphics-document document"');
    expect(rootOf(svg)).toContain(`aria-labelledby="${title}" aria-describedby="${description}"`);
    expect(svg).toContain(`<title id="${title}">Path</title><desc id="${description}">one</desc>`);
  });

  test('is cut where no reader would take its size, which is said', () => {
    const { value, diagnostics } = drawn(box('').replace('x="20"', 'x="9e9"') + box('').replace('id="a"', 'id="b"'));
    expect(rootOf(value)).toContain('width="100000000" height="61"');
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'the picture would be 9000000081 × 61 px, and is cut to 100000000 px a side',
    ]);
  });

  test('has ids that no other picture has', () => {
    const [one, other] = [gradient(100), gradient(110)];
    expect(idsOf(one)).toHaveLength(1);
    expect(idsOf(one)).not.toEqual(idsOf(other));
    expect(one).toContain(`fill="url(#${idsOf(one)[0]})"`);
  });
});

describe('a link', () => {
  test.each([
    ['guide.md#start', 'href="guide.md#start"'],
    ['#here', 'href="#here"'],
    ['https://example.org/?a=1&amp;b=2', 'href="https://example.org/?a=1&amp;b=2" target="_blank" rel="noopener"'],
    ['mailto:a@example.org', 'href="mailto:a@example.org"'],
    ['tel:+123', 'href="tel:+123"'],
  ])('to `%s` is alive', (link, written) => {
    expect(svgOf(box(`link="${link}"`))).toContain(`<g data-cell-id="a"><a ${written}>`);
  });

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'java\u200bscript:alert(1)',
    '\u0001javascript:alert(1)',
    'java&#x09;script:alert(1)',
    'javascript&colon;alert(1)',
    'javascript%3Aalert(1)',
    'java%2526%2523x09;script%3Aalert(1)'.replaceAll('%25', '%'),
    'data:text/html,<script>alert(1)</script>',
    'data:page/id,abc',
    'data:action/json,{"actions":[]}',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'unknown:x',
    'C:\\docs\\a.txt',
    '',
    '  ',
  ])('to `%s` is none', (link) => {
    expect(hrefOf(link)).toBeNull();
  });

  test('that shows no text is told by its tooltip, else by where it leads', () => {
    expect(silent('link="a.html#b"')).toContain('<a href="a.html#b" aria-label="a.html#b">');
    expect(silent('link="a.html" tooltip="More"')).toContain('<a href="a.html" aria-label="More">');
  });

  test('opens where it is told to', () => {
    expect(svgOf(box('link="a.html" linkTarget="_top"'))).toContain('<a href="a.html" target="_top">');
    expect(svgOf(box('link="a.html" linkTarget="x&quot; onclick=&quot;"'))).toContain('<a href="a.html">');
  });

  test('keeps the tooltip of its cell', () => {
    expect(svgOf(box('link="a.html" tooltip="More &amp;lt;b&amp;gt;"'))).toContain(
      '<g data-cell-id="a"><title>More &amp;lt;b&amp;gt;</title><a href="a.html">',
    );
  });
});

describe('the theme', () => {
  // pairs that draw.io 26 wrote into SVG exports, as `light-dark()`; channels rounded as it does
  test.each([
    ['#ffffff', '#121212'],
    ['rgb(0, 0, 0)', '#ffffff'],
    ['#d5e8d4', '#1f2f1e'],
    ['#82b366', '#446e2c'],
    ['#333333', '#c1c1c1'],
    ['#990000', '#ffb5b5'],
    ['#ffffcc', '#181800'],
    ['#f8cecc', '#512d2b'],
    ['#a0522d', '#d28f70'],
    ['none', 'none'],
    ['url(#a)', 'url(#a)'],
  ])('turns %s into %s', (light, dark) => {
    const [got, wanted] = [channels(darkOf(light)), channels(dark)];
    if (wanted.length === 0) expect(darkOf(light)).toBe(dark);
    else expect(got.every((channel, i) => Math.abs(channel - (wanted[i] ?? NaN)) <= 1)).toBe(true);
  });

  const style = 'fillColor=light-dark(#ffcc00, rgb(1,2,3));strokeColor=#d5e8d4;';

  test('light takes the first of two colours', () => {
    expect(svgOf(box('', style))).toContain('fill="#ffcc00" stroke="#d5e8d4"');
  });

  test('dark takes the second, turns the others, and paints its ground', () => {
    const svg = svgOf(box('', style), { theme: 'dark' });
    expect(svg).toContain('fill="rgb(1,2,3)" stroke="#1f2f1e"');
    expect(svg).toContain('<rect x="-0.5" y="-0.5" width="101" height="61" fill="#121212"/>');
    expect(rootOf(svg)).toContain('style="color-scheme:dark"');
  });

  test('auto has both, and the light ones for readers that know no others', () => {
    const svg = svgOf(box('', style), { theme: 'auto' }, 'background="#fff"');
    expect(svg).toMatch(
      /fill="#ffcc00" stroke="#d5e8d4"[^>]* style="fill:light-dark\(#ffcc00,rgb\(1,2,3\)\);stroke:light-dark\(#d5e8d4,#1f2f1e\)"/,
    );
    expect(svg).toContain('fill="#fff" style="fill:light-dark(#fff,#121212)"');
    expect(rootOf(svg)).toContain('style="color-scheme:light dark"');
  });
});
