/**
 * Inputs for the speed runs, the same bytes on every machine. Shares (labels, links, waypoints, distinct styles) are near those
 * of the public diagrams that mxg was tried on, without their images: image data is one long run that any scanner skips fast.
 * All text is Latin-1, as in nine of ten public diagrams: a string engine takes a byte a character.
 */
import { deflateRaw } from 'pako';

/** Numbers in 0…1 (mulberry32). */
function randomness(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { below, chance: (share) => next() < share, pick: (list) => list[below(list.length)] };
}

const WORDS =
  'service gateway queue worker deploy pipeline test build release config network storage cluster index cache token session user order invoice report metric alert trace schema model event stream batch region tenant policy role secret backup restore upgrade rollback'.split(
    ' ',
  );

const words = (random, count) => Array.from({ length: count }, () => random.pick(WORDS)).join(' ');

// Diagrams

/** A diagram as draw.io stores it when "compressed" is off: indented, the model as elements. `size` is in bytes, at least. */
export const plainDiagram = (size) => utf8(mxfile(`\n${modelXml(size, 2)}\n  `));

/** The same on one line and deflated: `size` is that of the XML inside. */
export const compressedDiagram = (size) => utf8(mxfile(compressedText(modelXml(size, null))));

const compressedText = (xml) => Buffer.from(deflateRaw(utf8(encodeURIComponent(xml)))).toString('base64');

const mxfile = (content) =>
  `<mxfile host="app.diagrams.net" agent="Mozilla/5.0" version="25.0.2">\n  <diagram name="Page-1" id="Wq7fT0sYb3LmC9dKxZ2e">${content}</diagram>\n</mxfile>\n`;

/** @param depth how deep the model is indented; null for one line */
function modelXml(size, depth) {
  const random = randomness(size);
  const compact = depth === null;
  const line = (more, xml) => (compact ? xml : `${'  '.repeat(depth + more)}${xml.replaceAll('/>', ' />')}\n`);
  const lines = [
    line(
      0,
      '<mxGraphModel dx="1422" dy="794" grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" fold="1" page="1" pageScale="1" pageWidth="850" pageHeight="1100" math="0" shadow="0">',
    ),
    line(1, '<root>'),
    line(2, '<mxCell id="0"/>'),
    line(2, '<mxCell id="1" parent="0"/>'),
  ];
  let length = lines.join('').length;
  for (let n = 2; length < size; n++) {
    for (const [more, xml] of cell(random, n)) {
      const written = line(2 + more, xml);
      lines.push(written);
      length += written.length;
    }
  }
  return [...lines, line(1, '</root>'), line(0, '</mxGraphModel>')].join('').trimEnd();
}

/** The lines of one cell, each with its indentation. */
function cell(random, n) {
  if (n > 20 && random.chance(0.28)) return edge(random, n);
  if (n > 20 && random.chance(0.04)) return edgeLabel(random, n);
  return vertex(random, n);
}

const id = (n) => `Qp3vXc8TzKd0aLr7YwGs-${n}`;

function vertex(random, n) {
  const style = `${random.pick(SHAPES)}${colours(random)}${font(random)}`;
  const parent = n > 20 && random.chance(0.3) ? id(2 + random.below(n - 2)) : '1';
  const geometry = `<mxGeometry x="${10 * random.below(200)}" y="${10 * random.below(300) + (random.chance(0.1) ? 0.5 : 0)}" width="${20 + 10 * random.below(20)}" height="${20 + 10 * random.below(10)}" as="geometry"/>`;
  if (random.chance(0.06)) {
    const more = random.chance(0.5) ? ` tooltip="${words(random, 5)}"` : ` owner="${random.pick(WORDS)}" tags="a b"`;
    return [
      [0, `<UserObject label="${label(random, n)}" link="${link(random)}"${more} id="${id(n)}">`],
      [1, `<mxCell style="${style}" vertex="1" parent="${parent}">`],
      [2, geometry],
      [1, '</mxCell>'],
      [0, '</UserObject>'],
    ];
  }
  const value = random.chance(0.25) ? '' : label(random, n);
  return [
    [0, `<mxCell id="${id(n)}" value="${value}" style="${style}" vertex="1" parent="${parent}">`],
    [1, geometry],
    [0, '</mxCell>'],
  ];
}

function edge(random, n) {
  const value = random.chance(0.15) ? label(random, n) : '';
  const ends = `source="${id(2 + random.below(n - 2))}" target="${id(2 + random.below(n - 2))}"`;
  const opening = `<mxCell id="${id(n)}" value="${value}" style="${connector(random)}" edge="1" parent="1" ${ends}>`;
  if (random.chance(0.65))
    return [
      [0, opening],
      [1, '<mxGeometry relative="1" as="geometry"/>'],
      [0, '</mxCell>'],
    ];
  const points = Array.from({ length: 1 + random.below(3) }, () => [3, point(random, '')]);
  return [
    [0, opening],
    [1, '<mxGeometry relative="1" as="geometry">'],
    ...(random.chance(0.2) ? [[2, point(random, ' as="sourcePoint"')]] : []),
    [2, '<Array as="points">'],
    ...points,
    [2, '</Array>'],
    [1, '</mxGeometry>'],
    [0, '</mxCell>'],
  ];
}

function edgeLabel(random, n) {
  const style = 'edgeLabel;html=1;align=center;verticalAlign=middle;resizable=0;points=[];';
  return [
    [
      0,
      `<mxCell id="${id(n)}" value="${label(random, n)}" style="${style}" vertex="1" connectable="0" parent="${id(2 + random.below(n - 2))}">`,
    ],
    [1, `<mxGeometry x="${(random.below(200) - 100) / 100}" y="${random.below(10)}" relative="1" as="geometry">`],
    [2, '<mxPoint as="offset"/>'],
    [1, '</mxGeometry>'],
    [0, '</mxCell>'],
  ];
}

const point = (random, role) => `<mxPoint x="${10 * random.below(200)}" y="${10 * random.below(300)}"${role}/>`;

/** As written in an attribute; the number makes each one unique. */
function label(random, n) {
  const text = `${words(random, 1 + random.below(3))}${random.chance(0.05) ? ' Übergabe' : ''} ${n}`;
  const kind = random.below(10);
  if (kind === 0) return `&lt;b&gt;${text}&lt;/b&gt;&lt;br&gt;${words(random, 4)}`;
  if (kind === 1) return `${text}&#10;${words(random, 2)}`;
  if (kind === 2)
    return `&lt;div style=&quot;text-align: left&quot;&gt;${text} &amp;amp; ${words(random, 3)}&lt;/div&gt;`;
  if (kind === 3) return `&lt;a href=&quot;${link(random)}&quot;&gt;${text}&lt;/a&gt;`;
  return text;
}

const link = (random) =>
  random.pick([
    `${random.pick(WORDS)}.md#${random.pick(WORDS)}-${random.below(90)}`,
    `https://example.org/docs/${random.pick(WORDS)}?a=1&amp;b=${random.below(90)}`,
    `#step-${random.below(90)}`,
    'data:page/id,Wq7fT0sYb3LmC9dKxZ2e',
  ]);

const SHAPES = [
  'rounded=0;whiteSpace=wrap;html=1;',
  'rounded=0;whiteSpace=wrap;html=1;',
  'rounded=1;whiteSpace=wrap;html=1;arcSize=12;',
  'text;html=1;strokeColor=none;fillColor=none;align=center;verticalAlign=middle;whiteSpace=wrap;rounded=0;',
  'ellipse;whiteSpace=wrap;html=1;aspect=fixed;',
  'rhombus;whiteSpace=wrap;html=1;',
  'swimlane;whiteSpace=wrap;html=1;startSize=23;horizontal=1;childLayout=stackLayout;',
  'shape=cylinder3;whiteSpace=wrap;html=1;boundedLbl=1;backgroundOutline=1;size=15;',
  'shape=mxgraph.aws4.resourceIcon;resIcon=mxgraph.aws4.lambda;outlineConnect=0;html=1;verticalLabelPosition=bottom;verticalAlign=top;aspect=fixed;',
];

const COLOURS = [
  'dae8fc;strokeColor=#6c8ebf',
  'd5e8d4;strokeColor=#82b366',
  'ffe6cc;strokeColor=#d79b00',
  'f5f5f5;strokeColor=#666666',
];

const colours = (random) => (random.chance(0.6) ? `fillColor=#${random.pick(COLOURS)};` : '');

const font = (random) =>
  random.chance(0.5)
    ? `fontSize=${8 + random.below(20)};fontColor=#${(1048576 + random.below(1e6)).toString(16)};`
    : '';

function connector(random) {
  if (random.chance(0.4))
    return `endArrow=${random.pick(['classic', 'block', 'open', 'none'])};html=1;rounded=0;strokeWidth=${1 + random.below(3)};`;
  const side = () => random.pick(['0', '0.25', '0.5', '0.75', '1']);
  return `edgeStyle=orthogonalEdgeStyle;rounded=0;orthogonalLoop=1;jettySize=auto;html=1;exitX=${side()};exitY=${side()};exitDx=0;exitDy=0;entryX=${side()};entryY=${side()};entryDx=0;entryDy=0;`;
}

/**
 * A page of `count` cells, placed as people draw: swimlanes one below the other, in each a row of steps joined by edges; some
 * steps have their title in a text cell, some a note below, some edges a text beside them or a label of their own.
 */
export function drawnDiagram(count) {
  const random = randomness(count);
  const cells = ['<mxCell id="0" />', '<mxCell id="1" parent="0" />'];
  for (let lane = 0; cells.length < count; lane++) cells.push(...laneCells(random, lane));
  const model = `<mxGraphModel dx="1422" dy="794" grid="1"><root>${cells.slice(0, count).join('\n')}</root></mxGraphModel>`;
  return utf8(mxfile(model));
}

/** Steps in a lane, and the px from one to the next; lanes end where the next one begins. */
const STEPS = 12;
const STRIDE = 200;
const LANE = 160;

function laneCells(random, lane) {
  const laneId = `lane-${lane}`;
  const style = `swimlane;horizontal=0;startSize=30;html=1;${colours(random)}`;
  const size = [0, LANE * lane, STRIDE * STEPS + 40, LANE];
  const steps = Array.from({ length: STEPS }, (_, i) => stepCells(random, laneId, lane * STEPS + i, 60 + STRIDE * i));
  return [placed(laneId, '1', words(random, 2), style, size), ...steps.flat()];
}

function stepCells(random, laneId, n, x) {
  const titled = random.chance(0.2);
  const shape = random.chance(0.15) ? 'rhombus;html=1;' : `rounded=${random.below(2)};whiteSpace=wrap;html=1;`;
  const name = label(random, n);
  const box = placed(id(n), laneId, titled ? '' : name, `${shape}${colours(random)}${font(random)}`, [x, 40, 120, 60]);
  const title = titled ? [placed(`title-${n}`, laneId, name, TEXT, [x + 10, 55, 100, 30])] : [];
  const note = random.chance(0.2) ? [placed(`note-${n}`, laneId, words(random, 4), TEXT, [x, 115, 120, 30])] : [];
  return [box, ...title, ...note, ...(n % STEPS === 0 ? [] : joint(random, laneId, n, x))];
}

const TEXT = 'text;html=1;strokeColor=none;fillColor=none;align=center;verticalAlign=middle;whiteSpace=wrap;rounded=0;';

/** The edge to a step from the one before, and what is written on it. */
function joint(random, laneId, n, x) {
  const ends = `source="${id(n - 1)}" target="${id(n)}"`;
  const style = `edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;${random.chance(0.5) ? 'exitX=1;exitY=0.5;entryX=0;entryY=0.5;' : ''}`;
  const edge = `<mxCell id="edge-${n}" style="${style}" edge="1" parent="${laneId}" ${ends}>\n<mxGeometry relative="1" as="geometry" />\n</mxCell>`;
  const kind = random.below(10);
  if (kind === 0) return [edge, placed(`beside-${n}`, laneId, random.pick(WORDS), TEXT, [x - 70, 45, 60, 20])];
  if (kind === 1)
    return [edge, placed(`label-${n}`, `edge-${n}`, random.pick(WORDS), 'edgeLabel;html=1;', [0, 0, 0, 0])];
  return [edge];
}

const placed = (cellId, parent, value, style, [x, y, width, height]) =>
  `<mxCell id="${cellId}" value="${value}" style="${style}" vertex="1" parent="${parent}">\n<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry" />\n</mxCell>`;

// Pages

/**
 * Markdown pages of about `size` bytes without a diagram; three of ten have a dash beyond Latin-1, as in real trees. With
 * `mentioning`, every 20th talks about draw.io and its elements.
 */
export const markdownPages = (count, size, mentioning) =>
  Array.from({ length: count }, (_, n) => utf8(markdownPage(n, size, mentioning && n % 20 === 0)));

function markdownPage(n, size, mentioning) {
  const random = randomness(n + 1);
  const blocks = [`---\ntitle: ${words(random, 3)}\nnav_order: ${n}\n---\n`, `# ${words(random, 3)} ${n}\n`];
  let length = 0;
  while (length < size) {
    const block = random.pick(BLOCKS)(random, n % 10 < 3 ? '–' : '-');
    blocks.push(block);
    length += block.length + 1;
  }
  if (mentioning) blocks.splice(3, 0, MENTION);
  return blocks.join('\n');
}

const prose = (random) =>
  `${Array.from({ length: 2 + random.below(4) }, () => `The ${words(random, 6)}, and the ${words(random, 4 + random.below(6))}.`).join(' ')}\n`;

const linked = (random) =>
  `See [the ${words(random, 2)}](${random.pick(WORDS)}.md#${random.pick(WORDS)}) and <https://example.org/${random.pick(WORDS)}?q=a%20b>, then *${words(random, 3)}* with \`${random.pick(WORDS)}.run()\` & **${words(random, 2)}**.\n`;

const BLOCKS = [
  prose,
  prose,
  prose,
  linked,
  linked,
  (random) => `## ${words(random, 3)}\n`,
  (random, dash) => `### \`${random.pick(WORDS)}\` ${dash} ${words(random, 2)}?\n`,
  (random) => Array.from({ length: 4 }, () => `- ${words(random, 5)} (#${random.below(900)})`).join('\n') + '\n',
  (random) => `![${words(random, 2)}](img/${random.pick(WORDS)}.svg "${words(random, 2)}")\n`,
  (random) =>
    `\`\`\`js\nconst ${random.pick(WORDS)} = await ${random.pick(WORDS)}({ n: ${random.below(90)} }); // <T>\n\`\`\`\n`,
  (random) =>
    `| ${words(random, 2)} | ${words(random, 1)} |\n| --- | --- |\n| ${words(random, 3)} | ${random.below(900)} % |\n`,
  (random) => `<p align="center"><img src="img/${random.pick(WORDS)}.png" width="40%"></p>\n`,
];

const MENTION =
  'Open the page in draw.io (diagrams.net): the file holds an `<mxfile>` with a `<diagram>` and in it an `<mxGraphModel>`,\nor in a URL `%3CmxGraphModel`, and the viewer finds `class="mxgraph"`. Say `drawio --export` to draw it.\n';

function utf8(text) {
  return new TextEncoder().encode(text);
}

// Documentation

const TITLES = [
  (i) => `Overview of ${WORDS[i % WORDS.length]}`,
  (i) => `Set up and install (v${i % 9}.${i % 7})`,
  (i) => `\`${WORDS[(i * 3) % WORDS.length]}.run()\` options`,
  (i) => `What's new in ${2015 + (i % 10)}?`,
  (i) => `Step ${1 + (i % 5)}: ${WORDS[(i * 7) % WORDS.length]} / ${WORDS[(i * 11) % WORDS.length]}`,
];

const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const pagePath = (i) => `section-${String(Math.floor(i / 100)).padStart(3, '0')}/page-${String(i).padStart(5, '0')}.md`;

/** Pages of a documentation tree, by path: five headings each, and five links with fragments, one in a hundred of them broken. */
export function* docsTree(count) {
  const random = randomness(7);
  for (let i = 0; i < count; i++) yield [pagePath(i), docsPage(i, count, random)];
}

function docsPage(i, count, random) {
  const sections = TITLES.map((title, k) => {
    const other = random.below(count);
    const fragment = slug(TITLES[random.below(5)](5 * other + 2)) + (random.chance(0.01) ? '-gone' : '');
    const link = k === 0 ? `#${slug(TITLES[1](5 * i + 1))}` : `../${pagePath(other)}#${fragment}`;
    return `${k === 0 ? '#' : '##'} ${title(5 * i + k)}\n\n${words(random, 18)}.\nSee [${words(random, 2)}](${link}) ${words(random, 6)}.\n`;
  });
  return sections.join('\n');
}

/** Diagrams beside them, by path: twenty linked boxes each, one link in a hundred broken. */
export function* docsDiagrams(count, pages) {
  const random = randomness(11);
  for (let i = 0; i < count; i++) {
    const cells = Array.from({ length: 20 }, (_, k) => linkedBox(k, random.below(pages), random));
    const model = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
    yield [
      `diagram-${String(i).padStart(4, '0')}.drawio`,
      `<mxfile><diagram id="p" name="Page-1">${model}</diagram></mxfile>\n`,
    ];
  }
}

function linkedBox(k, page, random) {
  const title = TITLES[random.below(5)](5 * page + 2);
  const link = `${pagePath(page)}#${slug(title)}${random.chance(0.01) ? '-gone' : ''}`;
  const geometry = `<mxGeometry x="${(k % 5) * 160}" y="${Math.floor(k / 5) * 100}" width="120" height="60" as="geometry"/>`;
  return `<UserObject id="b${k}" label="${title.replaceAll('&', '&amp;')}" link="${link}"><mxCell style="rounded=0;html=1;" vertex="1" parent="1">${geometry}</mxCell></UserObject>`;
}
