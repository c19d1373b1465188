import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/index.js';
import type { Actor } from '../auth/index.js';
import { requestContext, runInContext } from '../context/index.js';
import { UnitOfWork } from '../database/index.js';
import { findFilePurpose } from './file-purposes.js';
import type { StoredFileRow } from './stored-file.repository.js';

/** Leaves an audit entry of each download of a file whose purpose asks for it, before the first byte goes out. */
@Injectable()
export class DownloadAudit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** `holder` is whom the link was given to: a link opened in a new tab may come without a session. */
  async note({ id, purpose, subjectType, subjectId }: StoredFileRow, holder: Actor): Promise<void> {
    if (findFilePurpose(purpose)?.isAudited !== true) return;
    const record = {
      action: 'downloadFile',
      subjectType,
      subjectId,
      detail: { fileId: id, purpose },
    };
    await runInContext({ ...requestContext(), actor: holder }, () =>
      this.uow.run(() => this.audit.append(record)),
    );
  }
}
