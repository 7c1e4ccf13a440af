import { place, type Body } from './block.ts';
import { directive } from './directive.ts';
import { nameElement } from './document.ts';
import { normalizedName } from './identifier.ts';
import { escaped, SIMPLE_NAME, unescaped } from './inline-marks.ts';
import { indentedBehind, type Indented, type Lines } from './lines.ts';

const NOTE = new RegExp(String.raw`^\.\. +\[([0-9]+|#(?:${SIMPLE_NAME})?|\*|${SIMPLE_NAME})\](?: +|$)`, 'u');
const TARGET = /^\.\. +_(?! |$)/;
const SUBSTITUTION = /^\.\. +\|(?! |$)/;
const DIRECTIVE = new RegExp(String.raw`^\.\. +(${SIMPLE_NAME}) ?::(?: +|$)`, 'u');

/** What begins with `.. ` or `__ `: notes, targets, substitutions, directives, comments; the index behind it, or -1 for none. */
export function explicitMarkup(body: Body, at: number): number {
  const line = body.lines.text[at] ?? '';
  const anonymous = /^__(?: +|$)/.exec(line);
  if (anonymous !== null) return anonymousTarget(body, at, anonymous[0].length);
  if (!/^\.\.(?: |$)/.test(line)) return -1;
  const note = NOTE.exec(line);
  if (note !== null) return readNote(body, at, note);
  const target = TARGET.exec(line);
  if (target !== null) return readTarget(body, at, target[0].length);
  const substitution = SUBSTITUTION.exec(line);
  if (substitution !== null) return defineSubstitution(body, at, substitution[0].length);
  const found = DIRECTIVE.exec(line);
  return found === null ? comment(body, at) : directive(body, at, { name: found[1] ?? '', width: found[0].length });
}

/** An empty comment that a blank line follows is none of what is indented below it. */
function comment(body: Body, at: number): number {
  place(body, 'invisible', at);
  const isEmpty = (body.lines.text[at] ?? '').length <= 3 && (body.lines.text[at + 1] ?? '') === '';
  return isEmpty ? at + 1 : indentedBehind(body.lines, at, 3).end;
}

function readNote(body: Body, at: number, [marker, label = '']: RegExpExecArray): number {
  const { document } = body;
  const { lines, end } = indentedBehind(body.lines, at, marker.length);
  const note = place(body, 'note', at);
  const name = normalizedName(label.replace(/^#/, ''));
  if (/^[#*]$/.test(label)) note.ids.push(document.ids.next());
  else nameElement(document, note, name, true);
  body.nested(lines, note);
  return end;
}

/** A construct's own lines: up to the first blank one. */
function untilBlank({ lines, end }: Indented, start: number): { readonly lines: Lines; readonly end: number } {
  const blank = lines.text.indexOf('');
  if (blank < 0) return { lines, end };
  return { lines: { ...lines, text: lines.text.slice(0, blank) }, end: Math.min(end, start + blank) };
}

/** The name of a target, and where it ends; names in backquotes may hold anything. */
const TARGET_NAME = /^(?:_|(?!_)(`?)(?![ `])(.+?)(?<![\s\0])\1)(?<!(?<!\0):)(?<![\s\0]) ?:(?: +|$)/;

/** Names go on in at most this many lines. */
const MOST_LINES = 10;

function readTarget(body: Body, at: number, width: number): number {
  const { lines, end } = untilBlank(indentedBehind(body.lines, at, width), at);
  for (let count = 1; count <= Math.min(lines.text.length, MOST_LINES); count++) {
    const found = TARGET_NAME.exec(escaped(lines.text.slice(0, count).join('')));
    if (found === null) continue;
    const rest = lines.text.join(' ').slice(found[0].length + count - 1);
    addTarget(body, at, {
      name: found[2] === undefined ? null : normalizedName(unescaped(found[2])),
      leadsTo: rest.trim(),
    });
    return end;
  }
  place(body, 'invisible', at);
  return indentedBehind(body.lines, at, width).end;
}

function anonymousTarget(body: Body, at: number, width: number): number {
  const { lines, end } = untilBlank(indentedBehind(body.lines, at, width), at);
  addTarget(body, at, { name: null, leadsTo: lines.text.join(' ').trim() });
  return end;
}

/** A target's name, null for an anonymous one, and where it leads; to what stands below it when empty. */
interface Target {
  readonly name: string | null;
  readonly leadsTo: string;
}

function addTarget(body: Body, at: number, { name, leadsTo }: Target): void {
  const { document } = body;
  const target = place(body, leadsTo === '' ? 'target' : 'silent', at);
  if (name === null) document.anonymousTargets++;
  else document.names.note(name, true, leadsTo === '' ? null : leadsTo);
  target.ids.push(name === null ? document.ids.next() : document.ids.of(name));
}

function defineSubstitution(body: Body, at: number, width: number): number {
  const { lines, end } = indentedBehind(body.lines, at, width);
  place(body, 'invisible', at);
  const found = /^([^ |](?:[^|\\]|\\.)*)\|(?: +|$)/.exec(lines.text.slice(0, MOST_LINES).join(' '));
  const name = (found?.[1] ?? '').split(/\s+/).join(' ');
  body.document.substitutions.add(name).add(name.toLowerCase());
  return end;
}
