import { z } from 'zod';

export const SERVICE_NAMES = ['postgres', 'meilisearch'] as const;
export type ServiceName = (typeof SERVICE_NAMES)[number];

/** Where the running host listens; written by the host, readable by its owner only. */
export const hostStateShape = z.object({
  pid: z.number().int(),
  port: z.number().int(),
  token: z.string().min(20),
});

/** First line a client sends; the services are kept while its connection is open. */
export const requestShape = z.object({
  token: z.string(),
  needs: z.array(z.enum(SERVICE_NAMES)),
});

/** Lines the host answers with. */
export const answerShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), service: z.enum(SERVICE_NAMES), ms: z.number() }),
  z.object({
    kind: z.literal('ready'),
    databaseUrl: z.string().nullable(),
    searchUrl: z.string().nullable(),
    searchKey: z.string().nullable(),
  }),
  z.object({ kind: z.literal('failed'), message: z.string() }),
]);
export type Answer = z.output<typeof answerShape>;

/** What the host is told when it is started. */
export const hostOptionsShape = z.object({
  /** Folder of all data of these services. */
  dir: z.string().min(1),
  database: z.string().min(1),
  /** Fast and not crash-safe: for tests. */
  isVolatile: z.boolean(),
  /** How long the services stay up when the last client has gone. */
  lingerMs: z.number().int().nonnegative(),
});
export type HostOptions = z.output<typeof hostOptionsShape>;

export const hostFiles = {
  state: 'services.json',
  lock: 'services.lock',
  log: 'services.log',
} as const;
