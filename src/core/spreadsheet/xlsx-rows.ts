import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DomainError } from '../errors/index.js';
import { inspectPackage } from './inspect-package.js';
import { spreadsheetErrors } from './spreadsheet.errors.js';
import { checkedRow, type TableLimits, type TableRow } from './table-row.js';
import type { XlsxMessage, XlsxWork } from './xlsx.worker.js';
import { readZipDirectory } from './zip-directory.js';

const MEGABYTE = 1024 * 1024;

/** Rows of the first sheet of an XLSX file. The file is untrusted: it is inspected first and parsed in a thread of its own. */
export async function* xlsxRows(file: Buffer, limits: TableLimits): AsyncGenerator<TableRow> {
  const kind = inspectPackage(file);
  if (kind === 'NOT_A_PACKAGE' || kind === 'docx') throw spreadsheetErrors.UNKNOWN_FORMAT();
  if (kind !== 'xlsx') throw spreadsheetErrors[kind]();
  const work: XlsxWork = {
    file: Uint8Array.from(file),
    entries: readZipDirectory(file) ?? [],
    maxRows: limits.maxRows,
    maxCells: limits.maxCells,
  };
  let line = 0;
  for await (const rows of parsedInThread(work, limits)) {
    for (const cells of rows) {
      line += 1;
      yield checkedRow(line, cells, limits);
    }
  }
}

async function* parsedInThread(
  work: XlsxWork,
  limits: TableLimits,
): AsyncGenerator<readonly (readonly string[])[]> {
  const worker = new Worker(workerUrl(), {
    workerData: work,
    execArgv: [],
    env: {},
    resourceLimits: {
      maxOldGenerationSizeMb: limits.memoryMegabytes,
      maxYoungGenerationSizeMb: 32,
    },
  });
  const received: (XlsxMessage | DomainError)[] = [];
  worker.on('message', (message: XlsxMessage) => {
    received.push(message);
    worker.emit('progress');
  });
  const fail = (error: DomainError): void => {
    received.push(error);
    worker.emit('progress');
  };
  // Out of memory ends here: a sheet that needs more than its thread has is too large, whatever it contains.
  worker.on('error', (cause) => {
    fail(
      spreadsheetErrors.TOO_LARGE({ cause, params: { maxMegabytes: limits.maxBytes / MEGABYTE } }),
    );
  });
  const timer = setTimeout(() => {
    fail(spreadsheetErrors.TOO_SLOW());
  }, limits.timeoutMs);
  try {
    for (;;) {
      if (received.length === 0) await once(worker, 'progress');
      const message = received.shift();
      if (message instanceof Error) throw message;
      if (!message) continue;
      if (message.kind === 'end') return;
      if (message.kind !== 'rows') throw refusal(message, limits);
      yield message.rows;
    }
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function refusal(
  message: Exclude<XlsxMessage, { kind: 'rows' | 'end' }>,
  limits: TableLimits,
): DomainError {
  if (message.kind === 'unreadable') {
    const { line, column } = message;
    return spreadsheetErrors.UNREADABLE_CELL({ params: { line, column } });
  }
  const max = message.reason === 'TOO_MANY_ROWS' ? limits.maxRows : limits.maxCells;
  return spreadsheetErrors[message.reason]({ params: { max } });
}

/** Beside this file, in the same form: TypeScript from source (Node strips its types), JavaScript when built. */
function workerUrl(): URL {
  return new URL(
    import.meta.url.endsWith('.ts') ? './xlsx.worker.ts' : './xlsx.worker.js',
    import.meta.url,
  );
}
