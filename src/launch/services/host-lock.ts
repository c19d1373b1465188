import { randomBytes } from 'node:crypto';
import {
  linkSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';

const BEAT_MS = 2000;
const STALE_MS = 30_000;

/**
 * At most one host per data folder. The holder touches the file while it lives, so a lock left by a killed
 * process ends by itself, even when its process number has been given to another program.
 */
export class HostLock {
  private beat: NodeJS.Timeout | null = null;

  constructor(private readonly file: string) {}

  /** Takes the lock; false when a living process holds it. */
  take(): boolean {
    if (!this.create()) {
      if (!this.isStale()) return false;
      const aside = `${this.file}.${randomBytes(4).toString('hex')}`;
      try {
        renameSync(this.file, aside);
      } catch {
        return false;
      }
      rmSync(aside, { force: true });
      if (!this.create()) return false;
    }
    this.beat = setInterval(() => {
      const now = new Date();
      utimesSync(this.file, now, now);
    }, BEAT_MS);
    this.beat.unref();
    return true;
  }

  release(): void {
    if (this.beat !== null) clearInterval(this.beat);
    rmSync(this.file, { force: true });
  }

  private create(): boolean {
    const draft = `${this.file}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, `${String(process.pid)}\n`, { mode: 0o600 });
    try {
      linkSync(draft, this.file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }

  private isStale(): boolean {
    try {
      const holder = Number(readFileSync(this.file, 'utf8'));
      if (Date.now() - statSync(this.file).mtimeMs > STALE_MS) return true;
      process.kill(holder, 0);
      return false;
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
  }
}
