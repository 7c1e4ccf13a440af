import type { Coding } from '../coding/coding.ts';
import { binaryFromBytes, bytesFromBinary, bytesFromText, textFromBytes } from '../bytes.ts';
import { deflateAs, inflate } from '../coding/inflate.ts';
import { success } from '../failure.ts';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import { Report } from '../report.ts';
import type { Carrier, Finding } from './carrier.ts';

/**
 * A PDF export with the diagram in it (read only: offsets elsewhere in a PDF depend on it). Where draw.io has put it:
 * an attached file of type `application/vnd.jgraph.mxfile`; the document's Subject, URL-encoded, as a literal string; or the
 * Subject as a hexadecimal UTF-16 string, mostly inside a compressed object stream. The text is a binary string.
 */
export const pdf: Carrier = {
  name: 'pdf',
  description: 'a PDF export of draw.io',
  scope: 'whole',
  find: (text, report) => {
    if (!text.text.startsWith('%PDF-')) return null;
    for (const look of [attachedFiles, subjects, compressedSubjects]) {
      const findings = look(text, report);
      if (findings.length > 0) return findings;
    }
    if (!text.text.slice(-2048).includes('%%EOF')) report.fail(text, messages.pdfTruncated(text.text.length));
    return [];
  },
};

function attachedFiles(text: NestedText, report: Report): Finding[] {
  return streams(text, 'vnd.jgraph.mxfile', report).map(({ span, inner }) => finding(span, inner));
}

function compressedSubjects(text: NestedText, report: Report): Finding[] {
  const quiet = new Report(report.limits); // most object streams are none of ours
  const findings = streams(text, '/ObjStm', quiet).flatMap(({ span, inner }) =>
    inner === null ? [] : subjects(inner, report).map(({ stored }) => finding(span, stored)),
  );
  report.adopt(quiet, (code) => code.startsWith('limit/'));
  return findings;
}

function subjects(text: NestedText, report: Report): Finding[] {
  const findings: Finding[] = [];
  const opening = /\/Subject\s{0,9}(?:\((?=%3Cmx)|<(?=[0-9A-Fa-f]))/g;
  for (let found = opening.exec(text.text); found !== null; found = opening.exec(text.text)) {
    const start = opening.lastIndex;
    const isLiteral = found[0].endsWith('(');
    const close = text.text.indexOf(isLiteral ? '%3E)' : '>', start);
    if (close < 0) {
      if (isLiteral) report.fail(text, messages.truncatedPayload('%3E)', start));
      break;
    }
    const end = isLiteral ? close + 3 : close;
    opening.lastIndex = end;
    const stored = report.open(text, { start, end }, isLiteral ? literalString : hexString);
    if (stored !== null && /^%3Cmx/i.test(stored.text)) findings.push(finding({ start, end }, stored));
  }
  return findings;
}

const finding = (claim: Finding['claim'], stored: NestedText | null): Finding => ({ carrier: 'pdf', claim, stored });

/** The deflated streams whose dictionary holds a word. */
function streams(text: NestedText, word: string, report: Report) {
  const found: { readonly span: Finding['claim']; readonly inner: NestedText | null }[] = [];
  const { text: binary } = text;
  for (let at = binary.indexOf(word); at >= 0; at = binary.indexOf(word, at + word.length)) {
    const head = /stream\r?\n/.exec(binary.slice(at, at + 2000));
    const start = head === null ? -1 : at + head.index + head[0].length;
    const end = start < 0 ? -1 : binary.indexOf('endstream', start);
    if (start >= 0 && end < 0) break;
    if (end < 0) continue;
    const span = { start, end };
    found.push({ span, inner: report.open(text, span, flate) });
    at = end;
  }
  return found;
}

/** A FlateDecode stream; a line break may stand before `endstream`. */
const flate: Coding = (encoded, limits) => {
  const inflated = inflate(bytesFromBinary(encoded), ['zlib'], limits);
  if (!inflated.ok) return inflated;
  const text = textFromBytes(inflated.value.bytes);
  return success({ text, encode: (plain) => binaryFromBytes(deflateAs(bytesFromText(plain), 'zlib')), locate: null });
};

/** A literal string: of its escapes draw.io writes those of brackets. */
const literalString: Coding = (encoded) =>
  success({
    text: unescapeBrackets(encoded),
    encode: escapeBrackets,
    locate: null,
  });

/** A hexadecimal string of UTF-16 with a byte order mark, or of bytes. draw.io escapes brackets in it all the same. */
const hexString: Coding = (encoded) => {
  const hex = encoded.replace(/[^0-9A-Fa-f]/g, '');
  const wide = /^FEFF/i.test(hex);
  const digits = wide ? 4 : 2;
  const units = (wide ? hex.slice(4) : hex).match(wide ? /.{4}/g : /.{2}/g) ?? [];
  const hexOf = (unit: string) => unit.charCodeAt(0).toString(16).toUpperCase().padStart(digits, '0');
  return success({
    text: unescapeBrackets(units.map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')),
    encode: (text) => (wide ? 'FEFF' : '') + [...escapeBrackets(text)].map(hexOf).join(''),
    locate: null,
  });
};

const unescapeBrackets = (text: string): string => text.replace(/\\([()\\])/g, '$1');
const escapeBrackets = (text: string): string => text.replace(/[()\\]/g, (unit) => `\\${unit}`);
