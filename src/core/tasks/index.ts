export {
  declaredTasks,
  defineTask,
  findTask,
  type TaskDefinition,
  type TaskOptions,
} from './define-task.js';
export { declaredSchedules, defineSchedule, type ScheduleDefinition } from './define-schedule.js';
export { HandlesTask, type TaskRun } from './handles-task.decorator.js';
export { QUEUE_NAMES, type QueueName } from './queue-profiles.js';
export { TaskQueue, type EnqueueOptions, type Enqueued } from './task-queue.js';
export { TaskRegistry, decoratedMethods } from './task-registry.js';
export { TaskRunner } from './task-runner.js';
export { TaskStore } from './task-store.js';
export {
  TaskWorkers,
  type DrainFailure,
  type DrainOptions,
  type DrainResult,
} from './task-workers.js';
export { DeadTasks, type DeadTask, type DeadTaskSource } from './dead-tasks.js';
export { TerminalTaskError } from './terminal-task-error.js';
export { TasksModule } from './tasks.module.js';
