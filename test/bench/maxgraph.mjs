/** maxGraph, mxGraph's successor, drawing in Node: it needs a DOM, here jsdom's, which measures no text. */
import { JSDOM } from 'jsdom';

/** What it looks for where a browser has it. */
const GLOBALS =
  'document navigator location Element HTMLElement SVGElement Node DOMParser XMLSerializer Event MouseEvent getComputedStyle'.split(
    ' ',
  );

/** Loads it; gives a function from the XML of a model to the SVG of its view. */
export async function loadMaxGraph() {
  const { window } = new JSDOM('<!doctype html>', { pretendToBeVisual: true });
  for (const name of ['window', ...GLOBALS]) {
    const value = name === 'window' ? window : window[name];
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const { Graph, ModelXmlSerializer } = await import('@maxgraph/core');
  return (xml) => {
    const container = window.document.createElement('div');
    const graph = new Graph(container);
    // buttons to fold cells are pictures of its own that are fetched
    graph.isCellFoldable = () => false;
    new ModelXmlSerializer(graph.getDataModel()).import(xml);
    const svg = container.querySelector('svg').outerHTML;
    graph.destroy();
    return svg;
  };
}
