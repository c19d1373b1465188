import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const BEAT_MS = 10_000;

/** Touches a file for as long as this process is able to do anything; what looks after it reads its age. */
export function keepHeartbeat(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const beat = (): void => {
    writeFileSync(file, `${String(process.pid)}\n`);
  };
  beat();
  setInterval(beat, BEAT_MS).unref();
}
