export {
  extended,
  isPreset,
  listOf,
  presetNames,
  readConfig,
  resolveConfig,
  type ConfigOverride,
  type LintConfig,
  type ResolvedConfig,
  type RuleSetting,
  type RuleSettings,
  type SiteConfig,
} from './config.ts';
export { fix, type Fixed } from './fix.ts';
export { lint, type LintOptions, type LintResult } from './lint.ts';
export type { Fix, Problem } from './problem.ts';
export type { LintReport, Placed, Reporter, ReportStyle, Summary } from './report.ts';
export { formatNames, reporters, type FormatName } from './reporters/registry.ts';
export type { DiagramView, FileView, Finding, PageView, PresetName, Rule, SiteView } from './rule.ts';
export { rules } from './rules/registry.ts';
export { SUPPRESSION_RULES as suppressionRules } from './suppression-rules.ts';
