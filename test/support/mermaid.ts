import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, createContext, Script } from 'node:vm';

/** What of Mermaid's one-file build is used here. */
interface Mermaid {
  readonly initialize: (options: object) => void;
  readonly parse: (text: string) => Promise<{ readonly diagramType: string }>;
  readonly mermaidAPI: { readonly getDiagramFromText: (text: string) => Promise<{ readonly db: FlowchartDb }> };
}

interface FlowchartDb {
  readonly getVertices: () => Map<string, { readonly text?: string; readonly link?: string }>;
  readonly getEdges: () => { readonly start: string; readonly end: string; readonly text: string }[];
  readonly getSubGraphs: () => { readonly title: string }[];
}

/**
 * The real Mermaid in a context of its own: nothing of this process is read, set or left behind. Without a window its
 * sanitizer is a bare function, which is given what Mermaid calls on it; labels are not drawn here.
 */
function load(): Mermaid {
  const context = createContext(constants.DONT_CONTEXTIFY) as { mermaid: Mermaid };
  Object.assign(context, { URL, structuredClone, console });
  const file = createRequire(import.meta.url).resolve('@mermaid-js/tiny');
  const stub = 'Function.prototype.addHook = () => {}; Function.prototype.sanitize = (text) => String(text);';
  for (const code of [stub, readFileSync(file, 'utf8')]) new Script(code).runInContext(context);
  context.mermaid.initialize({ startOnLoad: false, logLevel: 'fatal', maxTextSize: 1e8, maxEdges: 1e6 });
  return context.mermaid;
}

let loaded: Mermaid | null = null;

/** What Mermaid 11 makes of a flowchart: its texts in order, entities resolved. Throws what Mermaid throws. */
export async function readMermaid(text: string): Promise<{
  readonly type: string;
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
  readonly subgraphs: readonly string[];
  readonly links: readonly string[];
}> {
  loaded ??= load();
  const { diagramType } = await loaded.parse(text);
  const { db } = await loaded.mermaidAPI.getDiagramFromText(text);
  const nodes = [...db.getVertices().values()];
  return {
    type: diagramType,
    nodes: nodes.map((node) => shown(node.text ?? '')),
    edges: db.getEdges().map((edge) => shown(edge.text)),
    subgraphs: db.getSubGraphs().map(({ title }) => shown(title)),
    links: nodes.flatMap(({ link }) => (link === undefined ? [] : [link])),
  };
}

/** Mermaid keeps `#60;` as a mark of its own until it draws the label. */
const shown = (text: string): string =>
  text.replace(/\ufb02\u00b0\u00b0(\d+)\u00b6\u00df/g, (_, code: string) => String.fromCodePoint(Number(code)));
