export { DateTimeScalar, parseInstant } from './scalars/date-time.scalar.js';
export { DateScalar, isCalendarDay } from './scalars/date.scalar.js';
export { DecimalScalar } from './scalars/decimal.scalar.js';
export { Node } from './node.model.js';
export { UserError } from './user-error.js';
export { Payload } from './payload.js';
export { CurrencyCode, Money, MoneyInput, fenOf, money } from './money.js';
export {
  ConnectionOf,
  DEFAULT_PAGE_SIZE,
  MAX_PAGE_SIZE,
  PageArgs,
  PageInfo,
  type Connection,
  type Edge,
} from './connection.js';
export { decodeCursor, encodeCursor, type KeyType, type OrderKey } from './cursor.js';
export { countRows, keysetPage, type KeysetOptions } from './keyset-page.js';
export { pageErrors } from './page.errors.js';
export { BatchLoader, GroupLoader } from './loaders.js';
export { GraphqlModule } from './graphql.module.js';
export { GRAPHQL_PATH, type GraphqlContext } from './driver-options.js';
export { compiledExecutionCounters } from './execution/compiled-execution.plugin.js';
export { QUERY_LIMITS } from './limits/limits.plugin.js';
export { schemaText } from './schema-text.js';
