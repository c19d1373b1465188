/** A queue is a resource profile, not a module: what may run beside what, and how much of it. */
export const QUEUE_PROFILES = {
  events: { concurrency: 8 },
  // Mostly waiting for the engine, which applies what waits at the same moment in one go.
  'search-index': { concurrency: 8 },
  notifications: { concurrency: 4 },
  matching: { concurrency: 1 },
  documents: { concurrency: 1 },
  imports: { concurrency: 1 },
  statistics: { concurrency: 1 },
  maintenance: { concurrency: 1 },
} as const satisfies Readonly<Record<string, { concurrency: number }>>;

export type QueueName = keyof typeof QUEUE_PROFILES;

export const QUEUE_NAMES = Object.keys(QUEUE_PROFILES) as readonly QueueName[];
