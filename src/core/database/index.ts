export type { DB } from '../../generated/kysely/types.js';
export { createPool, type PoolSettings } from './database-pool.js';
export { DatabaseModule } from './database.module.js';
export { enumLabel, enumName } from './enum-labels.js';
export {
  isCheckViolation,
  isExclusionViolation,
  isForeignKeyViolation,
  isSerializationFailure,
  isTimeout,
  isUniqueViolation,
  sqlState,
  violatedConstraint,
} from './prisma-errors.js';
export { PrismaService } from './prisma.service.js';
export { UnitOfWorkEndedError } from './running-transaction.js';
export { countStatements, onStatement } from './statements.js';
export { UnitOfWork, type Db, type UnitOptions } from './unit-of-work.js';
