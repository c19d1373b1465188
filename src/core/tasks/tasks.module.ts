import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DeadTasks } from './dead-tasks.js';
import { ListFailedTasksCommand } from './list-failed-tasks.command.js';
import { RedriveTasksCommand } from './redrive-tasks.command.js';
import { TaskQueue } from './task-queue.js';
import { TaskRegistry } from './task-registry.js';
import { TaskRunner } from './task-runner.js';
import { TaskSchedules } from './task-schedules.js';
import { TaskStore } from './task-store.js';
import { TaskWorkers } from './task-workers.js';

/** Background work. Part of every process; only the worker process calls `TaskWorkers.start()`. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    TaskStore,
    TaskQueue,
    TaskRegistry,
    TaskRunner,
    TaskSchedules,
    TaskWorkers,
    DeadTasks,
    ListFailedTasksCommand,
    RedriveTasksCommand,
  ],
  exports: [TaskStore, TaskQueue, TaskRegistry, TaskRunner, TaskWorkers, DeadTasks],
})
export class TasksModule {}
