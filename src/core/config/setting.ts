import type { z } from 'zod';

export type Environment = 'development' | 'test' | 'production';

export interface SettingOptions {
  /** Text used when the variable is unset; per environment where they differ. */
  readonly fallback?: string | Readonly<Partial<Record<Environment, string>>>;
  /** Never printed, refused in production when it looks like a default. */
  readonly secret?: boolean;
  /** Unset outside production, `npm start` brings a server of its own and sets it. */
  readonly embedded?: boolean;
  /** Makes a value once for a development checkout (kept in `secrets.json`) and a fixed one for tests. */
  readonly generate?: (random: (bytes: number) => Buffer) => string;
}

/** One environment variable: its shape, what it means, what it must look like, what it is when unset. */
export interface Setting<S extends z.ZodType = z.ZodType> extends SettingOptions {
  readonly schema: S;
  readonly description: string;
  /** Completes the sentence "must be …"; shown instead of the value, which is never printed. */
  readonly expects: string;
}

export function setting<S extends z.ZodType>(
  schema: S,
  description: string,
  expects: string,
  options: SettingOptions = {},
): Setting<S> {
  return { schema, description, expects, ...options };
}

/** The text a setting has when its variable is unset, or undefined when there is none. */
export function fallbackOf(entry: Setting, environment: Environment): string | undefined {
  return typeof entry.fallback === 'object' ? entry.fallback[environment] : entry.fallback;
}
