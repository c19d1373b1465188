import type { CliOutput } from '../cli/index.js';
import type { ImportOutcome } from './bulk-importer.js';
import type { ImportCounts } from './import-journal.js';

const EVERY_MS = 1_000;

/** Runs an import for somebody at the keyboard: how far it is every second, and in the end what became of the rows. */
export async function runReported(
  output: CliOutput,
  run: (onProgress: (counts: ImportCounts) => void) => Promise<ImportOutcome>,
): Promise<void> {
  const startedAt = performance.now();
  let saidAt = startedAt;
  const { counts, issues, importId } = await run(({ rows }) => {
    if (performance.now() - saidAt < EVERY_MS) return;
    saidAt = performance.now();
    output.note(`${rows} rows …`);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  for (const { line, field, reason, refuses_row } of issues) {
    output.line(
      `line ${line}\t${field}\t${reason}\t${refuses_row ? 'row refused' : 'value left out'}`,
    );
  }
  output.line(
    `${counts.rows} rows in ${seconds.toFixed(1)} s: ${counts.created} new, ${counts.updated} changed, ` +
      `${counts.unchanged} unchanged, ${counts.refused} refused`,
  );
  output.line(importId === null ? 'Dry run: nothing was written.' : `Import ${importId}`);
}
