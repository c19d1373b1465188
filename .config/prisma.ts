import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'prisma/config';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

// The native schema engine comes from a host that many networks cannot reach; ours is in node_modules.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= resolve(root, 'prisma/schema-engine.mjs');

export default defineConfig({
  schema: resolve(root, 'prisma/schema'),
  migrations: { path: resolve(root, 'prisma/migrations') },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
