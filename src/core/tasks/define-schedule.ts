import type { TaskDefinition } from './define-task.js';

export interface ScheduleDefinition {
  readonly id: string;
  readonly task: TaskDefinition;
  readonly payload: object;
  /** Five fields: minute, hour, day of month, month, day of week. */
  readonly cron: string;
  readonly tz: string;
}

const ID = /^[a-z][a-z0-9-]*$/;
const declared = new Map<string, ScheduleDefinition>();

/**
 * Declares a repeated task in `x.tasks.ts`; the worker keeps the queue's schedules equal to what is declared.
 *
 *     defineSchedule('search-reconcile', reconcileIndex, {}, { cron: '30 3 * * *' });
 */
export function defineSchedule<Payload extends object>(
  id: string,
  task: TaskDefinition<Payload>,
  payload: Payload,
  when: { readonly cron: string; readonly tz?: string },
): ScheduleDefinition {
  if (!ID.test(id)) throw new Error(`Schedule id ${id} is not kebab-case`);
  if (declared.has(id)) throw new Error(`Schedule ${id} is declared twice`);
  task.schema.parse(payload);
  const definition = { id, task, payload, cron: when.cron, tz: when.tz ?? 'Asia/Shanghai' };
  declared.set(id, definition);
  return definition;
}

export function declaredSchedules(): readonly ScheduleDefinition[] {
  return [...declared.values()];
}
