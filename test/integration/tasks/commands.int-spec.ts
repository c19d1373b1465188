import type { INestApplicationContext } from '@nestjs/common';
import { runCommandLine } from '../../../src/core/cli/index.js';
import { TaskQueue, TaskWorkers } from '../../../src/core/tasks/index.js';
import { ListFailedTasksCommand } from '../../../src/core/tasks/list-failed-tasks.command.js';
import { RedriveTasksCommand } from '../../../src/core/tasks/redrive-tasks.command.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { createCoreApp } from './core-app.js';
import { failAs, SampleProcessor } from './sample-tasks.js';

describe('tasks on the command line', () => {
  let database: TestDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await createTestDatabase();
    app = await createCoreApp({
      databaseUrl: database.url,
      providers: [SampleProcessor],
    });
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const cli = async (...argv: string[]) => {
    const lines: string[] = [];
    const notes: string[] = [];
    const output = {
      line: (text: string) => void lines.push(text),
      note: (text: string) => void notes.push(text),
    };
    const commands = [app.get(ListFailedTasksCommand), app.get(RedriveTasksCommand)];
    const code = await runCommandLine(commands, argv, output);
    return { code, lines, notes };
  };

  it('shows failed tasks and has one or all of them tried anew', async () => {
    expect(await cli('tasks', 'list-failed')).toEqual({
      code: 0,
      lines: [],
      notes: ['No failed tasks.'],
    });
    await app
      .get(TaskQueue)
      .enqueueMany(failAs, [{ payload: { kind: 'refusal' } }, { payload: { kind: 'terminal' } }]);
    await app.get(TaskWorkers).drain();

    const listed = await cli('tasks', 'list-failed');
    expect(listed.notes).toEqual(['2 failed task(s).']);
    const rows = listed.lines.map((line) => line.split('\t')).sort();
    expect(
      rows.map(([, task, , attempts, reason, payload]) => [task, attempts, reason, payload]),
    ).toEqual([
      ['samples.failAs', '1', 'INPUT_MALFORMED', '{"kind":"refusal"}'],
      ['samples.failAs', '1', 'TerminalTaskError: never', '{"kind":"terminal"}'],
    ]);
    const [id = ''] = rows[0] ?? [];
    expect(await cli('tasks', 'redrive', id, 'documents/unknown', 'nonsense')).toEqual({
      code: 1,
      lines: [
        `${id}\twill be tried anew`,
        'documents/unknown\tis not a failed task',
        'nonsense\tis not a failed task',
      ],
      notes: [],
    });
    expect((await cli('tasks', 'redrive')).notes).toEqual(['1 task(s) will be tried anew.']);
    expect((await app.get(TaskWorkers).drain()).runs).toBe(2);
  });
});
