export { AppConfig } from './app-config.js';
export { ConfigModule } from './config.module.js';
export { configMarkdown, configTable, type ConfigRow } from './config-table.js';
export { settings, type Env, type SettingName } from './env.schema.js';
export {
  ConfigError,
  loadEnv,
  setServersAside,
  settingNames,
  withoutServers,
  type ConfigProblem,
  type RawEnv,
} from './load-env.js';
export type { FieldKey } from './shapes.js';
