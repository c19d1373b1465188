import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../src/core/auth/index.js';
import { StorageProcessor } from '../../../src/core/storage/storage.processor.js';
import {
  actor,
  createFileScene,
  PORTFOLIO,
  refusal,
  subject,
  type FileScene,
} from './file-scene.js';
import { pdf, png } from './sample-files.js';

let scene: FileScene;
beforeAll(async () => {
  scene = await createFileScene();
});
beforeEach(() => {
  scene.app.clock.release();
});
afterAll(() => scene.app.close());

describe('attaching', () => {
  const attach = (who: Actor, id: string, to = subject()): Promise<string> =>
    refusal(() => scene.uow.run(() => scene.store.attach(who, id, to)));

  it('refuses what is not there, not finished, not for this, and takes the right one once', async () => {
    const who = actor();
    const { id: unfinished } = await scene.announce(who, 100);
    const id = await scene.uploaded(who);
    const portfolio = await scene.uploaded(who, pdf(), 'a.pdf', PORTFOLIO);
    const to = subject();
    expect(await attach(who, randomUUID())).toBe('REQUEST_NOT_FOUND fileId');
    expect(await attach(who, 'no id')).toBe('REQUEST_NOT_FOUND fileId');
    expect(await attach(who, unfinished)).toBe('FILE_NOT_UPLOADED fileId');
    expect(await attach(who, portfolio)).toBe('FILE_WRONG_PURPOSE fileId');
    expect(await attach(who, id, to)).toBe('done');
    expect(await attach(who, id, to)).toBe('done');
    expect(await attach(who, id)).toBe('FILE_ALREADY_ATTACHED fileId');
    expect(await scene.store.find(id)).toMatchObject({
      state: 'ATTACHED',
      subjectType: 'spec',
      subjectId: to.subjectId,
    });
  });

  it('answers for a file of somebody else as for none', async () => {
    const id = await scene.uploaded(actor());
    expect(await attach(actor(), id)).toBe('REQUEST_NOT_FOUND fileId');
    expect(await scene.stateOf(id)).toBe('STORED');
  });

  it('has one winner when two records want the file at once', async () => {
    const who = actor();
    const id = await scene.uploaded(who);
    const answers = await Promise.all([1, 2, 3, 4].map(() => attach(who, id)));
    expect(answers.sort()).toEqual([
      'FILE_ALREADY_ATTACHED fileId',
      'FILE_ALREADY_ATTACHED fileId',
      'FILE_ALREADY_ATTACHED fileId',
      'done',
    ]);
  });

  it('is undone with its unit of work, and refused outside one', async () => {
    const who = actor();
    const id = await scene.uploaded(who);
    const failing = scene.uow.run(async () => {
      await scene.store.attach(who, id, subject());
      throw new Error('refused');
    });
    await expect(failing).rejects.toThrow('refused');
    expect(await scene.stateOf(id)).toBe('STORED');
    await expect(scene.store.attach(who, id, subject())).rejects.toThrow('inside a unit of work');
  });
});

describe('files of the platform and orphans', () => {
  it('keeps what the platform made and removes it with its record', async () => {
    const bytes = pdf('% agreement');
    const to = subject(PORTFOLIO);
    const id = await scene.uow.run(() =>
      scene.store.save({ ...to, fileName: '协议', type: 'pdf', bytes }),
    );
    expect(await scene.store.find(id)).toMatchObject({
      fileName: '协议.pdf',
      state: 'ATTACHED',
      uploadedBy: null,
    });
    expect((await scene.store.read(id)).equals(bytes)).toBe(true);
    await scene.uow.run(() => scene.store.remove(id));
    expect([await scene.store.find(id), await scene.chunkCount(id)]).toEqual([null, 0]);
    await expect(scene.store.read(id)).rejects.toMatchObject({ code: 'REQUEST_NOT_FOUND' });
  });

  it('notices when stored bytes were changed', async () => {
    const id = await scene.uploaded(actor(), png(), 'a.png');
    await scene.app.database.pool.query(
      `UPDATE stored_file_chunks SET bytes = bytes || '\\x00' WHERE file_id = $1`,
      [id],
    );
    await expect(scene.store.read(id)).rejects.toThrow('is not what was stored');
  });

  it('removes what was never finished after an hour and what was never attached after a day', async () => {
    await scene.app.database.pool.query('DELETE FROM stored_files');
    const who = actor();
    const { id: unfinished } = await scene.announce(who, 100);
    const loose = await scene.uploaded(who);
    const kept = await scene.uploaded(who);
    await scene.uow.run(() => scene.store.attach(who, kept, subject()));
    const purge = (): Promise<void> =>
      scene.app
        .get(StorageProcessor)
        .purge({}, { signal: new AbortController().signal, attempt: 1 });
    const left = async (): Promise<boolean[]> =>
      Promise.all(
        [unfinished, loose, kept].map(async (id) => (await scene.store.find(id)) !== null),
      );

    scene.app.clock.advance({ minutes: 59 });
    await purge();
    expect(await left()).toEqual([true, true, true]);
    scene.app.clock.advance({ minutes: 2 });
    await purge();
    expect(await left()).toEqual([false, true, true]);
    scene.app.clock.advance({ days: 1 });
    await purge();
    expect(await left()).toEqual([false, false, true]);
    expect([await scene.chunkCount(loose), await scene.chunkCount(kept)]).toEqual([0, 1]);
  });
});
