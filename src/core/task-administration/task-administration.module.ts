import { Module } from '@nestjs/common';
import { FailedTaskResolver } from './failed-task.resolver.js';
import { FailedTasksService } from './failed-tasks.service.js';

/** What the API offers administrators of the platform about background work; apart from `tasks`, which actions need. */
@Module({ providers: [FailedTaskResolver, FailedTasksService] })
export class TaskAdministrationModule {}
