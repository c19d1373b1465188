import { settings } from './env.schema.js';
import { effectiveText, environmentOf, settingNames, type RawEnv } from './load-env.js';
import { fallbackOf, type Setting } from './setting.js';

export interface ConfigRow {
  readonly name: string;
  /** Where its value comes from. */
  readonly source: 'set' | 'default' | 'generated' | 'missing' | 'unset';
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
    const isMade =
      text === undefined && entry.generate !== undefined && environment !== 'production';
    const isOptional = entry.schema.safeParse(undefined).success;
    const source = given
      ? 'set'
      : isMade
        ? 'generated'
        : text !== undefined
          ? 'default'
          : isOptional
            ? 'unset'
            : 'missing';
    const value = text === undefined ? '' : entry.secret === true ? '(secret)' : text;
    return { name, source, value, description: entry.description };
  });
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
        : local === production
          ? (local ?? '')
          : `${local ?? ''}; in production ${production ?? 'none'}`;
    return `| \`${name}\` | ${fallback} | ${entry.description} |`;
  });
  return ['| Setting | Default | Meaning |', '|---|---|---|', ...rows].join('\n');
}
