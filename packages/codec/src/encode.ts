import { applyTextEdits, type TextEdit } from '@mxg/model';
import type { EmbeddedDiagram } from './find.ts';
import { bytesFromText, type Source } from './source.ts';

/** The bytes of a source with edits applied: the way back of `sourceFromBytes`. Without edits they are the bytes that were read. */
export function encode(source: Source, edits: readonly TextEdit[] = []): Uint8Array {
  return bytesFromText(applyTextEdits(source.text, edits), source.charset);
}

/** The bytes of a payload as they are stored; of a binary file the text that its carrier holds. */
export function storedPayload(source: Source, { span, stored }: EmbeddedDiagram): Uint8Array {
  if (source.charset === 'binary' && stored !== null) return bytesFromText(stored.text, 'utf-8');
  return bytesFromText(source.text.slice(span.start, span.end), source.charset);
}
