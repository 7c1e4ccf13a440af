/** All that the rules say, one function a rule: what is wrong, and what to do. */

export interface Message {
  readonly message: string;
  readonly hint: string;
}

const say = (message: string, hint = ''): Message => ({ message, hint });

/** Long values are cut: a line of a report is for reading. */
const quoted = (text: string, most = 80): string => `\`${text.length > most ? `${text.slice(0, most)}…` : text}\``;

const meant = (suggestion: string | null): string =>
  suggestion === null ? '' : `; did you mean ${quoted(suggestion)}?`;

const list = (values: readonly string[]): string => values.map((value) => quoted(value, 40)).join(', ');

// link

export const headingExists = (fragment: string, target: string, suggestion: string | null): Message =>
  say(
    `no heading for ${quoted(`#${fragment}`)} in ${quoted(target)}${meant(suggestion === null ? null : `#${suggestion}`)}`,
    `\`mxg anchors ${target}\` lists what a link can hit`,
  );

export const fragmentCase = (fragment: string, id: string): Message =>
  say(
    `${quoted(`#${fragment}`)} differs from ${quoted(`#${id}`)} by upper and lower case: it works by luck only`,
    'browsers tell upper from lower case in fragments: write it as the heading has it',
  );

export const pageExists = (href: string, reason: string, suggestion: string | null): Message =>
  say(
    `${quoted(href)} leads nowhere${reason === '' ? '' : `: ${reason}`}${meant(suggestion)}`,
    'correct the path, or remove the link',
  );

export const noLink = (href: string, reason: string): Message =>
  say(
    `${quoted(href)} is no link: ${reason}`,
    'write the address that a reader should get to, or keep the text in the label',
  );

export const diagramPageExists = (id: string): Message =>
  say(
    `the diagram has no page with the id ${quoted(id)}`,
    'was one page of several exported? keep the others, or link to a page of the documentation',
  );

export const actionValid = (missing: readonly string[]): Message =>
  missing.length === 0
    ? say('the custom action cannot be read', 'open the link in draw.io and set it again')
    : say(
        `the custom action is about ${list(missing)}, which the page does not have`,
        'set the action again, or remove it',
      );

export const unsafeScheme = (href: string): Message =>
  say(`${quoted(href)} has a scheme that viewers refuse`, 'use `https:`, `mailto:`, or a path');

export const localPath = (href: string): Message =>
  say(
    `${quoted(href)} is a path of one machine`,
    'put the file into the documentation, and link to it by a relative path',
  );

export const ambiguousHeading = (id: string, text: string, count: number): Message =>
  say(
    `${quoted(`#${id}`)} is one of ${count} headings ${quoted(text)}: which one it hits depends on their order`,
    'give the heading an id of its own, or another text',
  );

export const selfAbsolute = (href: string): Message =>
  say(
    `${quoted(href)} is an absolute address of this site`,
    'link by a path, so that it works in previews and on other hosts, too',
  );

export const sourceOnly = (href: string, target: string): Message =>
  say(
    `${quoted(href)} finds ${quoted(target)} in the source tree alone, not on the built site`,
    '`mxg anchors` prints the URL of a page: link to that',
  );

export const siteOnly = (href: string, target: string): Message =>
  say(
    `${quoted(href)} finds ${quoted(target)} on the built site alone, not in the source tree`,
    'nothing is wrong unless people read the pages in an editor or the repository',
  );

export const shadowed = (by: string): Message =>
  say(
    `the linked cell is covered by ${by}, which takes the clicks`,
    'bring it to the front, or link the cell above it',
  );

// stage

export const labelDiffers = (label: string, heading: string): Message =>
  say(
    `the label ${quoted(label)} differs from the heading ${quoted(heading)} it links to`,
    'use the same words in both',
  );

export const unlinkedHeading = (heading: string, id: string): Message =>
  say(`no stage links to the heading ${quoted(heading)}`, `link one to \`#${id}\``);

export const unlinkedStage = (label: string): Message =>
  say(`the stage ${quoted(label)} has no link`, 'link it to what the page says of it');

export const orderDiffers = (label: string, before: string): Message =>
  say(
    `the stage ${quoted(label)} comes behind ${quoted(before)}, its heading before`,
    'bring stages and headings into the same order',
  );

export const duplicateTarget = (href: string, labels: readonly string[]): Message =>
  say(`${list(labels)} link to the same ${quoted(href)}`, 'link each stage to a heading of its own');

export const unreachable = (label: string): Message =>
  say(`no flow leads to the stage ${quoted(label)}, nor from it`, 'connect it, or take it out of the flow');

export const unlabelled = (): Message =>
  say('the stage has no label', 'name it, so that readers and screen readers know what it is');

// model

export const parentExists = (parent: string): Message =>
  say(`the parent ${quoted(parent)} is missing: draw.io does not show the cell`, 'put the cell on a layer that exists');

export const terminalExists = (end: string, id: string): Message =>
  say(`the ${end} ${quoted(id)} of the edge is missing`, 'connect the edge again');

export const rootCells = (what: string): Message => say(what, 'open the diagram in draw.io and save it again');

export const edgeGeometry = (): Message =>
  say('the edge has no geometry: draw.io does not show it', 'give it `<mxGeometry relative="1" as="geometry"/>`');

export const noCycle = (id: string): Message =>
  say(`the cell ${quoted(id)} is its own ancestor`, 'give it another parent: draw.io may hang on it');

export const strayText = (text: string): Message =>
  say(
    `the text ${quoted(text, 30)} stands between the elements of the model`,
    'remove it: draw.io drops it when it saves',
  );

export const compressedFlag = (says: string, is: string): Message =>
  say(`the file says \`compressed="${says}"\`, but its pages are ${is}`, 'save it again with draw.io');

// payload

export const pastedInLabel = (): Message =>
  say('the label holds a whole diagram as text', 'it was pasted into a label: paste it onto the canvas instead');

// security

export const labelScript = (element: string): Message =>
  say(`the label holds \`<${element}>\`, which viewers strip or run`, 'remove it from the label');

export const eventAttribute = (name: string): Message =>
  say(`the label has the event attribute \`${name}\``, 'remove it: viewers strip it or run it');

export const externalResource = (url: string): Message =>
  say(
    `the picture ${quoted(url)} is loaded from another host`,
    'embed it, so that it does not vanish and tells no one who reads',
  );

// a11y

export const linkHasName = (href: string): Message =>
  say(`the link to ${quoted(href)} has no name`, 'give the cell a label or a tooltip: screen readers read it out');

export const imageAlt = (): Message =>
  say('the picture has no text for those who do not see it', 'give it a label, a tooltip or `alt`');

export const contrast = (ratio: number, text: string, back: string): Message =>
  say(
    `the label has a contrast of ${ratio.toFixed(1)} to 1 (\`${text}\` on \`${back}\`)`,
    'WCAG 2.2 asks for 4.5 to 1: choose a darker or lighter colour',
  );

// suppression

export const unusedSuppression = (rules: string): Message =>
  say(`nothing is left to suppress here for ${rules}`, 'remove the comment or the property');

export const suppressionReason = (): Message =>
  say('the suppression gives no reason', 'write it behind a colon: `link/page-exists: comes with the next release`');

export const unknownSuppression = (rule: string): Message =>
  say(`there is no rule ${quoted(rule)} to suppress`, '`mxg lint --list-rules` lists them');
