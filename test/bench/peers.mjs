/** What mxg is measured against: the least that any decoder must do, and well-known libraries at their fastest safe settings. */
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import { inflateRaw } from 'pako';
import { SaxesParser } from 'saxes';
import { parse } from 'txml';

export const text = (bytes) => new TextDecoder().decode(bytes);

// Ways from deflated text to XML

/** The floor of a compressed payload: base64, inflate, UTF-8, URL-decode. */
export const inflatePako = (payload) => decodeURIComponent(text(inflateRaw(Buffer.from(payload, 'base64'))));

/** The same with node's own inflate: for Node alone, and without mxg's bounds on what comes out. */
export const inflateZlib = (payload) =>
  decodeURIComponent(text(inflateRawSync(Buffer.from(payload, 'base64'), { chunkSize: 1 << 20 })));

// XML trees. All leave entities as they stand, keep no places and know nothing of diagrams.

/** Lenient: reads broken XML without a word, drops white space. */
export const txmlTree = (xml) => parse(xml);

const fxp = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@_',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  commentPropName: '#comment',
  cdataPropName: '#cdata',
  maxNestedTags: 10_000,
});

/** With the options under which draw.io's values survive. */
export const fxpTree = (xml) => fxp.parse(xml);

/** Strict, entities resolved: of the three the one that does what mxg's scanner does, places aside. */
export function saxesTree(xml) {
  const parser = new SaxesParser({ position: false });
  const open = [{ name: '', attributes: {}, children: [] }];
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (value) => void open.at(-1).children.push(value));
  parser.write(xml).close();
  return open[0].children[0];
}

/** The compressed text of the only page of an mxfile, through a tree of it. */
export const payloadByTxml = (xml) => txmlTree(xml)[0].children[0].children[0];
export const payloadByFxp = (xml) =>
  fxpTree(xml)
    .find((node) => node.mxfile)
    .mxfile.find((node) => node.diagram).diagram[0]['#text'];

// Checkers of links in Markdown, as programs

const installed = (path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));

/** Its rule MD051 looks at fragments of links within a page. */
export const markdownlint = installed('markdownlint-cli2/markdownlint-cli2-bin.mjs');

/** Runs the plugin, which looks at links between pages, fragments included. */
export const remark = installed('remark-cli/cli.js');
export const validateLinks = installed('remark-validate-links/index.js');
