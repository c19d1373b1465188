import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { isForeignKeyViolation } from '../database/index.js';
import { HandlesTask, type TaskRun } from '../tasks/index.js';
import { FileStore } from './file-store.js';
import { purgeOrphanFiles } from './storage.tasks.js';
import { StoredFileRepository } from './stored-file.repository.js';

const AWAITING_MS = 3_600_000;
const STORED_MS = 24 * 3_600_000;
const BATCH = 200;

@Injectable()
export class StorageProcessor {
  private readonly logger = new Logger('Storage');

  constructor(
    private readonly store: FileStore,
    private readonly files: StoredFileRepository,
    private readonly clock: Clock,
  ) {}

  @HandlesTask(purgeOrphanFiles)
  async purge(_payload: object, run: TaskRun): Promise<void> {
    const now = this.clock.now().getTime();
    const before = { awaiting: new Date(now - AWAITING_MS), stored: new Date(now - STORED_MS) };
    for (;;) {
      const orphans = await this.files.findOrphans(before, BATCH);
      let removed = 0;
      for (const id of orphans) {
        if (run.signal.aborted) return;
        if (await this.removeOne(id)) removed += 1;
      }
      if (removed < BATCH) return;
    }
  }

  private async removeOne(id: string): Promise<boolean> {
    try {
      await this.store.remove(id);
      return true;
    } catch (error) {
      if (!isForeignKeyViolation(error)) throw error;
      this.logger.error({ message: 'A record names a file that was never attached', fileId: id });
      return false;
    }
  }
}
