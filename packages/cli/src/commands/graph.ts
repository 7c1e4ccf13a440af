import { dot, explain, extract, mermaid, outline, type StageGraph } from '@mxg/stage-graph';
import { ExitCode, Trouble } from '../exit-code.ts';
import { deliver } from '../files.ts';
import { count, readChosen, type Choice, type ChosenDiagram } from '../reading.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export const graphFormats = ['json', 'mermaid', 'dot', 'outline'] as const;

export interface GraphOptions extends Choice {
  readonly format: (typeof graphFormats)[number];
  readonly explain?: boolean;
  readonly output?: string;
}

/** The stage graph of a page, and where the page comes from. */
interface PlacedGraph {
  readonly path: string;
  /** Of the diagram's payload, from 1. */
  readonly line: number;
  readonly column: number;
  /** In its file, from 1. */
  readonly diagram: number;
  readonly graph: StageGraph;
}

/** `mxg graph`: read → find → decode → extract → print. */
export async function graphCommand(
  patterns: readonly string[],
  options: GraphOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { chosen, code } = await readChosen(patterns, options, terminal);
  const graphs = chosen.flatMap(graphsOf);
  if (graphs.length === 0) return ExitCode.trouble;
  deliver(options.output, options.explain === true ? explained(graphs) : PRINTERS[options.format](graphs), terminal);
  return code;
}

/** Every page of a diagram, or the one that was asked for. */
function graphsOf({ file, page, path, line, column, number }: ChosenDiagram): PlacedGraph[] {
  const pages = file?.pages.filter(({ index }) => page === null || index === page) ?? [];
  return pages.flatMap(({ index }) =>
    file === null ? [] : [{ path, line, column, diagram: number, graph: extract(file, index) }],
  );
}

const PRINTERS: Readonly<Record<GraphOptions['format'], (graphs: readonly PlacedGraph[]) => string>> = {
  json: (graphs) => {
    const flat = graphs.map(({ graph, ...place }) => ({ ...place, ...graph }));
    return `${JSON.stringify(flat.length === 1 ? flat[0] : flat, null, 2)}\n`;
  },
  mermaid: (graphs) => mermaid(only(graphs)),
  dot: (graphs) => graphs.map(({ graph }) => dot(graph)).join(''),
  outline: (graphs) => graphs.map(({ graph }) => outline(graph)).join('\n'),
};

/** A Mermaid text holds one flowchart. */
function only(graphs: readonly PlacedGraph[]): StageGraph {
  const [first, second] = graphs;
  if (first === undefined || second !== undefined) {
    throw new Trouble(
      `a Mermaid text holds one page, and there are ${count(graphs.length, 'page')}`,
      'choose one with `--diagram N` and `--page N`, N from 1',
    );
  }
  return first.graph;
}

const explained = (graphs: readonly PlacedGraph[]): string =>
  graphs
    .map(({ path, line, column, graph }) => {
      const rows = explain(graph).map(({ cell, role, label, rule, says, cells }) => [
        cell,
        role,
        label,
        `${rule}: ${says}${cells.length === 0 ? '' : ` (${cells.join(', ')})`}`,
      ]);
      return `${path}:${line}:${column}${graph.page.name === null ? '' : `  ${graph.page.name}`}\n${table(rows)}`;
    })
    .join('\n');
