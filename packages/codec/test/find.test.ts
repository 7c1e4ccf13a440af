import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { positions } from '@mxg/model';
import { decode, find, sourceFromText } from '@mxg/codec';

const model = '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0" value="a b"/></root></mxGraphModel>';
const url = encodeURIComponent(model);
const compressed = deflateRawSync(url).toString('base64');
const half = Math.floor(url.length / 2);

const read = (text: string) => {
  const found = find(sourceFromText(text));
  return {
    diagrams: found.value,
    codes: found.diagnostics.map(({ code }) => code),
    labels: found.value.map((diagram) => decode(diagram).value?.pages[0]?.model?.cells[1]?.label),
    places: found.value.map(({ span }) => Object.values(positions(text)(span.start)).join(':')),
  };
};

describe('a diagram is found', () => {
  test.each([
    ['in a paragraph', `text\n\n${url}\n\ntext`, 'url', '3:1'],
    ['in a list item', `- one\n- ${url}\n- two`, 'url', '2:3'],
    ['in inline code', `see \`${url}\`.`, 'url', '1:6'],
    ['in a fence', `\`\`\`\n${url}\n\`\`\``, 'url', '2:1'],
    ['in an HTML comment', `<!-- ${url} -->`, 'url', '1:6'],
    ['in a comment without spaces', `<!--${url}-->`, 'url', '1:5'],
    ['in a table', `| a | ${url} | b |`, 'url', '1:7'],
    ['in a block quote over lines', `> ${url.slice(0, half)}\n> ${url.slice(half)}\n`, 'url', '1:3'],
    [
      'over lines cut inside an escape',
      `${url.slice(0, url.length - 2)}\n  ${url.slice(-2)}\ntext goes on`,
      'url',
      '1:1',
    ],
    ['over lines with CR LF', `${url.slice(0, half)}\r\n${url.slice(half)}\r\n`, 'url', '1:1'],
    ['with a sentence behind it', `${url}.`, 'url', '1:1'],
    ['in an XML fence', `\`\`\`xml\n${model}\n\`\`\``, 'xml', '2:1'],
    ['in a fence inside a list', `1. a\n   ~~~drawio\n   ${model}\n   ~~~`, 'xml', '3:4'],
    ['raw in markdown', `text ${model} text`, 'xml', '1:6'],
    ['in an HTML comment as XML', `<p>\n<!-- ${model} -->\n</p>`, 'xml', '2:6'],
    ['escaped in a <pre>', `<pre>${model.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`, 'xml', '1:6'],
    ['behind mentions in prose', `A \`<mxfile>\` holds \`<mxGraphModel>\`s: ${model}`, 'xml', '1:39'],
    ['in a drawio fence', `\`\`\`drawio\n${compressed}\n\`\`\`\n`, 'compressed', '2:1'],
    ['in a drawio fence with attributes', `\`\`\`drawio height=300\n${compressed}\n\`\`\`\n`, 'compressed', '2:1'],
    ['in a container', `::: drawio\n${compressed}\n:::\n`, 'compressed', '2:1'],
    ['in a container over lines', `:::drawio\n${compressed.replace(/.{40}/g, '$&\n')}\n:::\n`, 'compressed', '2:1'],
    ['in an iframe', `<iframe src="https://viewer.diagrams.net/?nav=1#R${url}"></iframe>`, 'viewer-url', '1:50'],
    [
      'in a link of markdown',
      `[a](https://app.diagrams.net/#R${encodeURIComponent(compressed)})`,
      'viewer-url',
      '1:32',
    ],
    [
      'in a data attribute in single quotes',
      `<div data-mxgraph='{"xml":${JSON.stringify(model)}}'></div>`,
      'html',
      '1:28',
    ],
    [
      'in a picture in a page',
      `<img src='data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" content="${url}"/>`)}'>`,
      'data-uri',
      '1:105',
    ],
    ['as a file with a comment before it', `<!-- made by hand -->\n${model}\n`, 'drawio', '1:1'],
    ['as a file with an old page without name', `<mxfile><diagram>${compressed}</diagram></mxfile>`, 'drawio', '1:1'],
    ['as a file with a page in CDATA', `<mxfile><diagram><![CDATA[${model}]]></diagram></mxfile>`, 'drawio', '1:1'],
    [
      'as a file with an escaped page',
      `<mxfile><diagram>${model.replaceAll('<', '&lt;')}</diagram></mxfile>`,
      'drawio',
      '1:1',
    ],
    [
      'as a file with a page in base64',
      `<mxfile><diagram>${Buffer.from(model).toString('base64')}</diagram></mxfile>`,
      'drawio',
      '1:1',
    ],
    ['as a file with a byte order mark', `\ufeff${model}`, 'drawio', '1:1'],
    ['alone and compressed', ` ${compressed}\n`, 'compressed', '1:1'],
  ])('%s', (_, text, carrier, place) => {
    const { diagrams, codes, labels, places } = read(text);
    expect([diagrams.map((diagram) => diagram.carrier), codes, labels, places]).toEqual([
      [carrier],
      [],
      ['a b'],
      [place],
    ]);
  });

  test('beside others, in document order', () => {
    const text = `${url}\n\n\`\`\`xml\n${model}\n\`\`\`\n\n- ${url}\n\n\`\`\`drawio\n${compressed}\n\`\`\`\n`;
    expect(read(text).diagrams.map(({ carrier }) => carrier)).toEqual(['url', 'xml', 'url', 'compressed']);
  });
});

describe('no diagram is', () => {
  test.each([
    [
      'a mention',
      'Write `<mxGraphModel>` inside `<mxfile>`, or %3CmxGraphModel for short… no: &lt;mxfile&gt;.'.replace(
        '%3CmxGraphModel',
        '%3C mxGraphModel',
      ),
    ],
    ['a model in the label of an SVG', `<svg xmlns="http://www.w3.org/2000/svg"><text>${url}</text></svg>`],
    ['a model in a picture of a page', `text\n<svg width="9"><text>${url}</text></svg>\ntext`],
    ['a link to another file', 'https://app.diagrams.net/#Uhttps%3A%2F%2Fexample.org%2Fa.drawio'],
    ['an embed of another file', '<div data-mxgraph="{&quot;url&quot;:&quot;a.drawio&quot;}"></div>'],
    ['a word', 'abcdefghijklmnopqrstuvwx'],
    ['another fragment', 'https://example.org/#References and https://example.org/page#Results'],
    ['nothing', ''],
  ])('%s', (_, text) => {
    const { diagrams, codes } = read(text);
    expect([diagrams.length, codes]).toEqual([0, []]);
  });

  test('a model pasted into a label of a diagram', () => {
    const pasted = model.replace('a b', encodeURIComponent(model));
    expect(read(pasted).labels).toEqual([url]);
    expect(read(encodeURIComponent(pasted)).labels).toEqual([url]);
  });
});

describe('a broken diagram is named at its place', () => {
  test.each([
    ['cut off', `text\n${url.slice(0, -8)}`, 'payload/truncated', '2:'],
    ['cut off in XML', `text\n\n${model.slice(0, -20)}\n`, 'xml/', '3:'],
    [
      'with a bad escape',
      `text\n${url.replace('%22a%20b', '%22a%2b%FFb')}`,
      'payload/escape',
      `2:${url.indexOf('a%20b') + 5}`,
    ],
    ['with bad base64', `\`\`\`drawio\n${compressed.slice(0, 40)}\n\`\`\``, 'payload/', '2:'],
    ['with broken JSON', '<div data-mxgraph="{&quot;xml&quot;:"></div>', 'payload/json', '1:'],
  ])('%s', (_, text, code, place) => {
    const { value, diagnostics } = find(sourceFromText(text));
    const [first] = diagnostics;
    const { line, column } = positions(text)(first?.span?.start ?? 0);
    expect(value.length).toBe(1);
    expect(first?.code).toContain(code);
    expect(`at ${line}:${column}`).toContain(`at ${place}`);
    expect(first?.hint).toBeTruthy();
  });
});
