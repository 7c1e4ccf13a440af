import { defaultLimits, locate, type Limits, type Source } from '@mxg/codec';
import type { Reading, Severity } from '@mxg/model';
import { idsOf, type RuleSettings } from './config.ts';
import { suppressionReason, unknownSuppression, unusedSuppression } from './messages.ts';
import type { Problem } from './problem.ts';
import type { DiagramView, FileView, Finding, Rule, SiteView } from './rule.ts';
import { rules } from './rules/registry.ts';
import { suppressionsIn, type Covered, type Suppression } from './suppressions.ts';
import { viewOf } from './views.ts';

/** What was found in a file, and how much was looked at. */
export interface LintResult {
  /** By place, then by rule. */
  readonly problems: readonly Problem[];
  readonly diagrams: number;
  readonly links: number;
}

export interface LintOptions {
  readonly settings: RuleSettings;
  /** Null: links are not followed. */
  readonly site: SiteView | null;
  readonly limits?: Limits;
}

/** Looks for problems in a file, given as it was read. Never throws; any file will do. */
export function lint(reading: Reading<Source>, { settings, site, limits = defaultLimits }: LintOptions): LintResult {
  const view = viewOf(reading, { site, limits });
  const found = [
    ...fileFindings(view, settings),
    ...view.diagrams.flatMap((diagram) => diagramFindings(diagram, settings, limits)),
  ];
  const suppressions = suppressionsIn(view);
  const left =
    suppressions.length === 0
      ? found
      : found.filter(({ covered }) => !suppressions.some(({ covers }) => covers(covered)));
  const ofSuppressions = suppressions.flatMap((each) => suppressionProblems(each, found, { view, settings, limits }));
  const problems = [...left.map(({ problem }) => problem), ...ofSuppressions].sort(byPlace);
  const links = view.diagrams.flatMap(({ pages }) => pages).reduce((sum, page) => sum + page.graph().links.length, 0);
  return { problems, diagrams: view.diagrams.length, links };
}

/** A problem, and what suppressions look at. */
interface Found {
  readonly problem: Problem;
  readonly covered: Covered;
}

function fileFindings(view: FileView, settings: RuleSettings): readonly Found[] {
  return enabled(settings).flatMap(({ rule, severity }) =>
    [...(rule.file?.(view) ?? [])].map((finding) =>
      foundOf(finding, rule.id, { severity, diagram: null, place: null }),
    ),
  );
}

/** The places of all findings of a diagram are sought at once: each encoding is walked over one time. */
function diagramFindings(diagram: DiagramView, settings: RuleSettings, limits: Limits): readonly Found[] {
  const findings = enabled(settings).flatMap(({ rule, severity }) => {
    const own = [
      ...(rule.diagram?.(diagram) ?? []),
      ...diagram.pages.flatMap((page) => [...(rule.page?.(page) ?? [])]),
    ];
    return own.map((finding) => ({ finding, id: rule.id, severity }));
  });
  const cells = findings.filter(({ finding: { cell, page } }) => cell !== undefined && page !== undefined);
  const spans = locate(
    diagram.embedded,
    cells.map(({ finding: { cell, page, attribute } }) => ({
      page: page?.index ?? 0,
      cell: cell?.index ?? 0,
      attribute: attribute ?? null,
    })),
    limits,
  );
  const placeOf = new Map(cells.map(({ finding }, i) => [finding, spans[i] ?? null]));
  return findings.map(({ finding, id, severity }) => {
    const place = placeOf.get(finding) ?? { span: diagram.embedded.span, exact: false };
    return foundOf(finding, id, { severity, diagram: diagram.number, place });
  });
}

const enabled = (settings: RuleSettings): readonly { readonly rule: Rule; readonly severity: Severity }[] =>
  rules.flatMap((rule) => {
    const severity = settings.get(rule.id);
    return severity === undefined ? [] : [{ rule, severity }];
  });

interface Where {
  readonly severity: Severity;
  readonly diagram: number | null;
  readonly place: Pick<Problem, 'span' | 'exact'> | null;
}

function foundOf(finding: Finding, rule: string, { severity, diagram, place }: Where): Found {
  const { message, hint = '', cell, at, label, href, page, subject, fix, suggestion } = finding;
  const { span, exact } = at ?? place ?? { span: null, exact: false };
  const problem: Problem = {
    rule,
    severity: lower(severity, finding.severity),
    message,
    hint,
    span,
    exact,
    diagram,
    page: page?.index ?? null,
    pageName: page?.name ?? page?.id ?? subject?.page ?? null,
    cell: cell?.id ?? subject?.cell ?? null,
    label: label ?? subject?.label ?? null,
    href: href ?? null,
    fix: fix ?? null,
    suggestion: suggestion ?? null,
  };
  return { problem, covered: { rule, span, diagram, page: problem.page, cell: cell?.index ?? null } };
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const lower = (one: Severity, other: Severity | undefined): Severity =>
  other !== undefined && RANKS[other] > RANKS[one] ? other : one;

interface Around {
  readonly view: FileView;
  readonly settings: RuleSettings;
  readonly limits: Limits;
}

/** What is wrong with a suppression itself. */
function suppressionProblems(suppression: Suppression, found: readonly Found[], around: Around): readonly Problem[] {
  const { rules: names, reason, covers } = suppression;
  const unknown = names.filter((name) => idsOf(name).length === 0);
  const isUsed = found.some(({ covered }) => covers(covered));
  const named = names.length === 0 ? 'any rule' : names.map((name) => `\`${name}\``).join(', ');
  const messages = [
    ...unknown.map((name) => ({ rule: 'suppression/known-rule', ...unknownSuppression(name) })),
    ...(isUsed || unknown.length > 0 ? [] : [{ rule: 'suppression/unused', ...unusedSuppression(named) }]),
    ...(reason === '' ? [{ rule: 'suppression/has-reason', ...suppressionReason() }] : []),
  ];
  return messages.flatMap(({ rule, ...said }) => {
    const severity = around.settings.get(rule);
    return severity === undefined ? [] : [foundOf(said, rule, { severity, ...placeOf(suppression, around) }).problem];
  });
}

function placeOf({ at }: Suppression, { view, limits }: Around): Pick<Where, 'diagram' | 'place'> {
  if ('span' in at) return { diagram: null, place: { span: at.span, exact: true } };
  const diagram = view.diagrams[at.diagram - 1];
  const [place] =
    diagram === undefined
      ? []
      : locate(diagram.embedded, [{ page: at.page, cell: at.cell, attribute: 'mxg-ignore' }], limits);
  return { diagram: at.diagram, place: place ?? null };
}

const byPlace = (a: Problem, b: Problem): number =>
  (a.span?.start ?? -1) - (b.span?.start ?? -1) ||
  (a.diagram ?? 0) - (b.diagram ?? 0) ||
  (a.page ?? 0) - (b.page ?? 0) ||
  compare(a.rule, b.rule) ||
  compare(a.cell ?? '', b.cell ?? '');

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
