import { setTimeout as sleep } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { DeadTasks, TaskQueue, TaskWorkers } from '../../../src/core/tasks/index.js';
import { IdentityModule } from '../../../src/modules/identity/index.js';
import { createAccount, type TestAccount } from '../../factories/account.factory.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { failAs, SampleProcessor } from './sample-tasks.js';

@Module({ providers: [SampleProcessor] })
class SampleModule {}

const LIST = '{ failedTasks { id name queue attempts reason failedAt } }';
const REDRIVE = `mutation ($input: RedriveFailedTasksInput!) {
  redriveFailedTasks(input: $input) { redrivenIds userErrors { code field } } }`;

describe('failed tasks, for administrators of the platform', () => {
  let app: TestApp;
  let administrator: TestAccount;
  beforeAll(async () => {
    app = await createTestApp({ modules: [IdentityModule, SampleModule], quiet: true });
    administrator = await createAccount(app, { isAdministrator: true });
  });
  afterAll(() => app.close());

  const failed = async () => {
    const { data } = await app.gql(LIST, {}, { as: administrator });
    return data.failedTasks as { id: string; failedAt: string | null }[];
  };
  const redrive = async (ids: string[]) => {
    const { data } = await app.gql(REDRIVE, { input: { ids } }, { as: administrator });
    return data.redriveFailedTasks as unknown;
  };
  const noted = async () => {
    const { rows } = await app.database.pool.query(
      `select action, actor_id, detail from audit_entries where action like 'redrive%' order by id`,
    );
    return rows as unknown[];
  };

  it('are shown newest first, without what they were about', async () => {
    expect(await failed()).toEqual([]);
    for (const kind of ['refusal', 'terminal'] as const) {
      await app.get(TaskQueue).enqueue(failAs, { kind });
      await app.get(TaskWorkers).drain();
      // The queue keeps milliseconds.
      await sleep(2);
    }
    const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string;
    const task = { name: 'samples.failAs', queue: 'documents', attempts: 1, failedAt: instant };
    const id = expect.stringMatching(/^documents\//) as string;
    expect(await failed()).toEqual([
      { ...task, id, reason: 'TerminalTaskError' },
      { ...task, id, reason: 'INPUT_MALFORMED' },
    ]);
  });

  it('has a failed task tried anew, once, and notes who wanted it', async () => {
    const [first, second] = await failed();
    const id = first?.id ?? '';
    expect(await redrive([id, 'documents/none'])).toEqual({
      redrivenIds: null,
      userErrors: [{ code: 'REQUEST_NOT_FOUND', field: ['ids', '1'] }],
    });
    expect(await failed()).toHaveLength(2);
    expect(await noted()).toEqual([]);

    expect(await redrive([id])).toEqual({ redrivenIds: [id], userErrors: [] });
    expect((await failed()).map((task) => task.id)).toEqual([second?.id]);
    const actor_id = administrator.account.id;
    expect(await noted()).toEqual([
      {
        action: 'redriveFailedTask',
        actor_id,
        detail: { task: 'samples.failAs', queue: 'documents', taskId: id },
      },
      { action: 'redriveFailedTasks', actor_id, detail: {} },
    ]);
    await app.get(TaskWorkers).drain();
    expect(await app.get(DeadTasks).list()).toHaveLength(2);
    expect(await redrive([id])).toMatchObject({ redrivenIds: null });
  });

  it.each([
    ['nothing', [], 'INPUT_REQUIRED'],
    ['more than a hundred', Array<string>(101).fill('documents/1'), 'INPUT_TOO_MANY'],
  ])('refuses %s', async (_, ids, code) => {
    expect(await redrive(ids)).toMatchObject({ userErrors: [{ code }] });
  });

  it.each([
    ['somebody', {}, 'FORBIDDEN'],
    ['nobody', null, 'UNAUTHENTICATED'],
  ])('are refused to %s', async (_, options, code) => {
    const as = options === null ? null : await createAccount(app, options);
    for (const [query, variables] of [
      [LIST, {}],
      [REDRIVE, { input: { ids: ['documents/1'] } }],
    ] as const) {
      const { errors } = await app.gql(query, variables, { as });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    }
  });
});
