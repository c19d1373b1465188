import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../actions/index.js';
import { CurrentActor, RequirePermission, type Actor } from '../auth/index.js';
import { parseInput } from '../validation/index.js';
import {
  FailedTask,
  RedriveFailedTasksInput,
  RedriveFailedTasksPayload,
  redriveSchema,
} from './failed-task.model.js';
import { FailedTasksService } from './failed-tasks.service.js';
import { TASK_ADMINISTER } from './task.permissions.js';

@Resolver()
export class FailedTaskResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: FailedTasksService,
  ) {}

  @Query(() => [FailedTask], {
    description:
      'Background work that was given up, the newest first; at most 100. Requires: TASK_ADMINISTER.',
  })
  @RequirePermission(TASK_ADMINISTER)
  failedTasks(): Promise<FailedTask[]> {
    return this.service.list();
  }

  @Mutation(() => RedriveFailedTasksPayload, {
    description: 'Has given-up background work tried anew. Requires: TASK_ADMINISTER.',
  })
  @RequirePermission(TASK_ADMINISTER)
  async redriveFailedTasks(
    @Args('input', { description: 'Which work.' }) input: RedriveFailedTasksInput,
    @CurrentActor() actor: Actor,
  ): Promise<RedriveFailedTasksPayload> {
    const { ids } = parseInput(redriveSchema, input);
    await this.actions.run(actor, 'redriveFailedTasks', input, () => this.service.note(ids));
    return { redrivenIds: await this.service.redrive(ids) };
  }
}
