import { applyTextEdits, type Cell, type Span } from '@mxg/model';
import type { Fix } from './problem.ts';
import type { PageView } from './rule.ts';

/** Takes pieces out of a cell's label. */
export function withoutPieces({ page }: PageView, { index, label }: Cell, spans: readonly Span[], title: string): Fix {
  const text = applyTextEdits(
    label,
    spans.map((span) => ({ span, text: '' })),
  );
  return { title, edits: [{ type: 'label', page: page.index, cell: index, label: text }] };
}
