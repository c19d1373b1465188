import { randomUUID } from 'node:crypto';
import { ANONYMOUS, type Actor } from '../../../src/core/auth/index.js';
import { UnitOfWork } from '../../../src/core/database/index.js';
import { DomainError } from '../../../src/core/errors/index.js';
import { defineFilePurpose, FileStore, type FilePurpose } from '../../../src/core/storage/index.js';
import { IdentityModule } from '../../../src/modules/identity/index.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { pdf } from './sample-files.js';

export const EVIDENCE = defineFilePurpose('specEvidence', {
  types: ['pdf', 'png'],
  maxBytes: 2_000_000,
});
export const PORTFOLIO = defineFilePurpose('specPortfolio', { types: ['pdf', 'text'] });

export const actor = (): Actor => ({ ...ANONYMOUS, kind: 'ACCOUNT', accountId: randomUUID() });

export const subject = (purpose: FilePurpose = EVIDENCE) => ({
  subjectType: 'spec',
  subjectId: randomUUID(),
  purpose,
});

/** Address without its origin. */
export const pathOf = (link: string): string => link.replace(/^https?:\/\/[^/]+/, '');

/** The code and field with which `work` is refused, or `done`. */
export async function refusal(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DomainError) return `${error.code} ${error.field?.join('.') ?? ''}`.trim();
    throw error;
  }
  return 'done';
}

/** An application with accounts and files, and short ways to what is asked of it most. */
export async function createFileScene() {
  const app: TestApp = await createTestApp({ modules: [IdentityModule], quiet: true });
  const store = app.get(FileStore);
  const announce = async (
    who: Actor,
    sizeBytes: number,
    fileName = '证书.pdf',
    purpose = EVIDENCE,
  ): Promise<{ readonly id: string; readonly put: string }> => {
    const id = await store.beginUpload(who, { fileName, sizeBytes, purpose: purpose.name });
    return { id, put: pathOf(store.uploadLink(id).url) };
  };
  return {
    app,
    store,
    uow: app.get(UnitOfWork),
    announce,
    async uploaded(
      who: Actor,
      file = pdf(),
      fileName = '证书.pdf',
      purpose = EVIDENCE,
    ): Promise<string> {
      const { id, put } = await announce(who, file.length, fileName, purpose);
      const { status } = await app.http({ method: 'PUT', url: put, payload: file });
      expect(status).toBe(200);
      return id;
    },
    stateOf: async (id: string): Promise<string | undefined> => (await store.find(id))?.state,
    async chunkCount(id: string): Promise<number> {
      const { rows } = await app.database.pool.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM stored_file_chunks WHERE file_id = $1',
        [id],
      );
      return rows[0]?.count ?? 0;
    },
  };
}

export type FileScene = Awaited<ReturnType<typeof createFileScene>>;
