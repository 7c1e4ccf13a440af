import { nearest } from '@mxg/anchors';
import type { Diagnostic, Reading, Severity } from '@mxg/model';
import picomatch from 'picomatch';
import type { PresetName, Rule } from './rule.ts';
import { rules, rulesById } from './rules/registry.ts';
import { SUPPRESSION_RULES } from './suppression-rules.ts';

/** How hard a rule is taken. */
export type RuleSetting = Severity | 'off';

/** What `mxg.config.json` holds. Its JSON Schema is `@mxg/lint/schema.json`. */
export interface LintConfig {
  /** Presets by name; other names are files of the same form, put in by whoever reads the file. Default: `recommended`. */
  readonly extends?: string | readonly string[];
  /** By id, or by group: `link/*`. The last entry that matches counts. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  /** Settings for some files; of several that match the last one counts. */
  readonly overrides?: readonly ConfigOverride[];
  /** Globs of files that are not looked at, relative to the configuration. */
  readonly ignore?: readonly string[];
  readonly site?: SiteConfig;
}

export interface ConfigOverride {
  /** Globs, relative to the configuration. */
  readonly files: string | readonly string[];
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** How the site is to be understood, where its files do not tell. */
export interface SiteConfig {
  /** Name of a generator or a variant, as `mxg anchors --generator` takes it. */
  readonly generator?: string;
  /** Where the repository stands on the web, `github.com/owner/name`, when neither its remotes nor its files say: absolute links into it are followed. */
  readonly repository?: string;
}

/** The severity of each rule that is on. */
export type RuleSettings = ReadonlyMap<string, Severity>;

/** A configuration that files can be asked with. */
export interface ResolvedConfig {
  /** What counts for a file; `path` is relative to the configuration, `/`-separated. */
  readonly settingsFor: (path: string) => RuleSettings;
  readonly isIgnored: (path: string) => boolean;
  readonly site: SiteConfig;
}

export const presetNames: readonly PresetName[] = ['recommended', 'strict', 'all'];

/** Makes a configuration ready. Files that it extends must have been put in before: see `extended`. */
export function resolveConfig(config: LintConfig): ResolvedConfig {
  const presets = listOf(config.extends ?? 'recommended').filter(isPreset);
  const base = withRules(new Map(presets.flatMap((preset) => [...settingsOf(preset)])), config.rules ?? {});
  const overrides = (config.overrides ?? []).map(({ files, rules: own }) => ({ isMeant: matcher(listOf(files)), own }));
  const known = new Map<string, RuleSettings>();
  return {
    settingsFor(path) {
      const meant = overrides.map(({ isMeant }, i) => (isMeant(path) ? i : -1)).filter((i) => i >= 0);
      const key = meant.join();
      const settings = known.get(key) ?? meant.reduce((all, i) => withRules(all, overrides[i]?.own ?? {}), base);
      known.set(key, settings);
      return settings;
    },
    isIgnored: matcher(config.ignore ?? []),
    site: config.site ?? {},
  };
}

/** A configuration on top of one that it extends. */
export const extended = (base: LintConfig, own: LintConfig): LintConfig => ({
  extends: [...listOf(base.extends ?? []), ...listOf(own.extends ?? []).filter(isPreset)],
  rules: { ...base.rules, ...own.rules },
  overrides: [...(base.overrides ?? []), ...(own.overrides ?? [])],
  ignore: [...(base.ignore ?? []), ...(own.ignore ?? [])],
  site: { ...base.site, ...own.site },
});

export const listOf = (value: string | readonly string[]): readonly string[] =>
  typeof value === 'string' ? [value] : value;

export const isPreset = (name: string): name is PresetName => (presetNames as readonly string[]).includes(name);

function settingsOf(preset: PresetName): RuleSettings {
  const on = new Set(presetNames.slice(0, presetNames.indexOf(preset) + 1));
  const own = rules.filter((rule) => rule.preset !== null && on.has(rule.preset));
  return new Map([...own, ...SUPPRESSION_RULES].map(({ id, severity }) => [id, severity]));
}

function withRules(settings: RuleSettings, own: NonNullable<LintConfig['rules']>): RuleSettings {
  const result = new Map(settings);
  for (const [pattern, setting] of Object.entries(own))
    for (const id of idsOf(pattern)) {
      if (setting === 'off') result.delete(id);
      else result.set(id, setting);
    }
  return result;
}

/** The rules that a name or the pattern of a group means. */
export const idsOf = (pattern: string): readonly string[] =>
  allRules().filter((id) => id === pattern || (pattern.endsWith('/*') && id.startsWith(pattern.slice(0, -1))));

const allRules = (): readonly string[] => [
  ...rulesById.keys(),
  ...SUPPRESSION_RULES.map(({ id }: Pick<Rule, 'id'>) => id),
];

const matcher = (globs: readonly string[]): ((path: string) => boolean) =>
  globs.length === 0 ? () => false : picomatch([...globs], { dot: true });

// Reading

/** Reads what a configuration file holds. What is wrong with it is said, and the rest counts. */
export function readConfig(value: unknown): Reading<LintConfig> {
  if (!isRecord(value)) return { value: {}, diagnostics: [wrong('the configuration is no object')] };
  const diagnostics = [
    ...Object.keys(value)
      .filter((key) => !(key in KEYS))
      .map((key) => unknownKey(key, Object.keys(KEYS))),
    ...Object.entries(KEYS).flatMap(([key, isRight]) =>
      value[key] === undefined || isRight(value[key]) ? [] : [wrong(`\`${key}\` has a value of the wrong kind`)],
    ),
    ...rulesIn(value).flatMap((own) => problemsOfRules(own)),
  ];
  const kept = Object.entries(value).filter(([key, each]) => KEYS[key]?.(each) === true);
  return { value: Object.fromEntries(kept), diagnostics };
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');
const isTextOrTexts = (value: unknown): boolean => typeof value === 'string' || isTexts(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const SITE_KEYS: ReadonlySet<string> = new Set(['generator', 'repository']);

const KEYS: Readonly<Record<string, (value: unknown) => boolean>> = {
  $schema: (value) => typeof value === 'string',
  extends: isTextOrTexts,
  rules: isRecord,
  overrides: (value) =>
    Array.isArray(value) &&
    value.every((each) => isRecord(each) && isTextOrTexts(each['files']) && isRecord(each['rules'])),
  ignore: isTexts,
  site: (value) =>
    isRecord(value) && Object.entries(value).every(([key, each]) => SITE_KEYS.has(key) && typeof each === 'string'),
};

function rulesIn({
  rules: own,
  overrides,
}: Readonly<Record<string, unknown>>): readonly Readonly<Record<string, unknown>>[] {
  const more = Array.isArray(overrides) ? (overrides as unknown[]) : [];
  return [own, ...more.map((each) => (isRecord(each) ? each['rules'] : null))].filter(isRecord);
}

const SETTINGS: ReadonlySet<unknown> = new Set(['off', 'info', 'warning', 'error']);

function problemsOfRules(own: Readonly<Record<string, unknown>>): readonly Diagnostic[] {
  return Object.entries(own).flatMap(([id, setting]) => [
    ...(idsOf(id).length > 0 ? [] : [unknownRule(id)]),
    ...(SETTINGS.has(setting)
      ? []
      : [
          wrong(
            `\`${JSON.stringify(setting)}\` is no setting of \`${id}\``,
            'expected `off`, `info`, `warning` or `error`',
          ),
        ]),
  ]);
}

const wrong = (message: string, hint = 'the JSON Schema of `@mxg/lint` tells what is expected'): Diagnostic => ({
  code: 'config/invalid',
  severity: 'error',
  message,
  hint,
  span: null,
  exact: false,
});

const meant = (name: string, names: readonly string[]): string => {
  const near = nearest(name, names);
  return near === null ? `expected one of ${names.join(', ')}` : `did you mean \`${near}\`?`;
};

const unknownKey = (key: string, keys: readonly string[]): Diagnostic =>
  wrong(`unknown key \`${key}\``, meant(key, keys));
const unknownRule = (id: string): Diagnostic => wrong(`unknown rule \`${id}\``, meant(id, allRules()));
