import type { Env } from './env.schema.js';

/** The validated configuration, injected wherever a setting is needed; nothing else reads `process.env`. */
export class AppConfig {
  constructor(readonly env: Env) {}

  get isProduction(): boolean {
    return this.env.NODE_ENV === 'production';
  }
}
