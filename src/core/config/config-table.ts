import { settings } from './env.schema.js';
import { effectiveText, environmentOf, settingNames, type RawEnv } from './load-env.js';
import { fallbackOf, type Environment, type Setting } from './setting.js';

export interface ConfigRow {
  readonly name: string;
  /** Where its value comes from. */
  readonly source: 'set' | 'default' | 'generated' | 'embedded' | 'missing' | 'unset';
  /** The value in force; a secret's is never shown. */
  readonly value: string;
  readonly description: string;
}

/** What `check-config` prints: every setting with its source and, unless secret, its value. */
export function configTable(raw: RawEnv = process.env): readonly ConfigRow[] {
  const environment = environmentOf(raw);
  return settingNames().map((name) => {
    const entry: Setting = settings[name];
    const given = (raw[name] ?? '').trim() !== '';
    const text = effectiveText(name, raw, environment, {});
    const source = given ? 'set' : sourceOf(entry, text, environment);
    const value = text === undefined ? '' : entry.secret === true ? '(secret)' : text;
    return { name, source, value, description: entry.description };
  });
}

function sourceOf(
  entry: Setting,
  text: string | undefined,
  environment: Environment,
): ConfigRow['source'] {
  if (text !== undefined) return 'default';
  if (environment !== 'production') {
    if (entry.embedded === true) return 'embedded';
    if (entry.generate !== undefined) return 'generated';
  }
  return entry.schema.safeParse(undefined).success ? 'unset' : 'missing';
}

/** The table of the README: every setting with its defaults. */
export function configMarkdown(): string {
  const rows = settingNames().map((name) => {
    const entry: Setting = settings[name];
    const local = fallbackOf(entry, 'development');
    const production = fallbackOf(entry, 'production');
    const fallback =
      entry.generate !== undefined
        ? 'generated; none in production'
        : entry.embedded === true
          ? 'embedded server; none in production'
          : local === production
            ? (local ?? '')
            : `${local ?? ''}; in production ${production ?? 'none'}`;
    return `| \`${name}\` | ${fallback} | ${entry.description} |`;
  });
  return ['| Setting | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}
