import { bare, fence } from './compressed.ts';
import type { Carrier } from './carrier.ts';
import { dataUri } from './data-uri.ts';
import { drawio, library } from './drawio.ts';
import { html, legacyHtml } from './html.ts';
import { pdf } from './pdf.ts';
import { png } from './png.ts';
import { inlineSvg, svg } from './svg.ts';
import { url } from './url.ts';
import { viewerUrl } from './viewer-url.ts';
import { escapedXml, xml } from './xml.ts';

/**
 * All carriers, in the order in which they are asked. The carrier is decided before models are searched for: a model in a
 * label, or in a picture's text, is no diagram of the page. One file adds one.
 */
export const carriers: readonly Carrier[] = [
  png,
  pdf,
  svg,
  drawio,
  library,
  bare,
  html,
  legacyHtml,
  inlineSvg,
  dataUri,
  viewerUrl,
  fence,
  url,
  xml,
  escapedXml,
];
