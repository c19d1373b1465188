import { AppConfig, type Env } from '../../src/core/config/index.js';
import { PrismaService, UnitOfWork } from '../../src/core/database/index.js';

/** A unit of work without the rest of the application, for specs of what lies below it. */
export function createUnitOfWork(
  url: string,
  poolSize = 4,
): { readonly uow: UnitOfWork; readonly prisma: PrismaService; close(): Promise<void> } {
  const env: Pick<Env, 'DATABASE_URL' | 'DATABASE_POOL_SIZE'> = {
    DATABASE_URL: url,
    DATABASE_POOL_SIZE: poolSize,
  };
  const prisma = new PrismaService(new AppConfig(env as Env));
  return {
    prisma,
    uow: new UnitOfWork(prisma),
    close: () => prisma.onApplicationShutdown(),
  };
}
