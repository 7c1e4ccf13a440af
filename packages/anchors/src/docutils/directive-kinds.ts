/** How a directive's block is read. */
export interface DirectiveKind {
  /**
   * Whether it takes arguments: text up to the options or a blank line. `title`: shown, with inline markup; `version`: the same behind
   * its first word. */
  readonly argument: 'none' | 'plain' | 'title' | 'version';
  /** `blocks`: read as the page is; `inline`: text with inline markup; `html`: raw HTML; `none`: not read, or without ids. */
  readonly content: 'blocks' | 'inline' | 'html' | 'none';
  /** What the block becomes; null: its content stands in its place. */
  readonly element: 'block' | 'list' | 'invisible' | 'silent' | null;
  /** Whether Sphinx numbers it, so that it has an id: never, where it has a title or caption. */
  readonly numbered?: 'title' | 'caption-option' | 'content';
}

const box: DirectiveKind = { argument: 'none', content: 'blocks', element: 'block' };
const titledBox: DirectiveKind = { ...box, argument: 'title' };
const plainBox: DirectiveKind = { ...box, argument: 'plain' };
const listing: DirectiveKind = { argument: 'plain', content: 'none', element: 'block' };
const hidden: DirectiveKind = { argument: 'plain', content: 'none', element: 'invisible' };

const rows: readonly (readonly [names: string, DirectiveKind])[] = [
  // docutils 0.23, directives/__init__.py
  ['attention caution danger error hint important note tip warning', box],
  ['compound highlights pull-quote epigraph', box],
  ['admonition topic sidebar', titledBox],
  ['container', plainBox],
  ['line-block parsed-literal', { argument: 'none', content: 'inline', element: 'block' }],
  ['code image', listing],
  ['math', { argument: 'none', content: 'none', element: 'block' }],
  ['figure', { ...plainBox, numbered: 'content' }],
  ['table list-table', { argument: 'title', content: 'blocks', element: 'list', numbered: 'title' }],
  ['csv-table', { argument: 'title', content: 'none', element: 'list', numbered: 'title' }],
  ['rubric', { argument: 'title', content: 'none', element: 'block' }],
  ['raw', { argument: 'plain', content: 'html', element: 'silent' }],
  [
    'meta title sectnum section-numbering header footer target-notes default-role date unicode replace include restructuredtext-test-directive',
    hidden,
  ],
  // Sphinx 9.1, directives and domains
  ['seealso', box],
  ['versionadded versionchanged versionremoved deprecated', { ...box, argument: 'version' }],
  ['only ifconfig', { ...plainBox, element: null }],
  ['rst-class cssclass', { argument: 'plain', content: 'blocks', element: null }],
  ['hlist acks', { ...box, element: 'list' }],
  ['centered', { argument: 'title', content: 'none', element: 'block' }],
  ['code-block sourcecode literalinclude', { ...listing, numbered: 'caption-option' }],
  ['toctree', { argument: 'none', content: 'none', element: 'block' }],
  [
    'highlight tabularcolumns codeauthor sectionauthor moduleauthor currentmodule py:currentmodule program default-domain',
    hidden,
  ],
  // sphinx-design 0.6, sphinx-tabs 3.4, sphinx-inline-tabs
  ['tab-set tabs dropdown-group', { argument: 'none', content: 'blocks', element: 'block' }],
  ['tab-item tab group-tab grid grid-item grid-item-card card dropdown details', titledBox],
];

/** Directives by name; what is not here docutils does not know, or it makes ids of its own (see `describe`). */
export const DIRECTIVE_KINDS: ReadonlyMap<string, DirectiveKind> = new Map(
  rows.flatMap(([names, kind]) => names.split(' ').map((name) => [name, kind])),
);
