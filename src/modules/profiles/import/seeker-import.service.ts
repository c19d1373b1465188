import { Injectable } from '@nestjs/common';
import {
  BulkImporter,
  type ImportOutcome,
  type ImportRequest,
  type TakenBack,
} from '../../../core/bulk-import/index.js';
import { placeFinderOf, ReferenceReader, sourceRows } from '../../reference-data/index.js';
import { profilesImported } from '../profile/profile.events.js';
import type { ImportedSeeker } from './imported-seeker.js';
import { seekerImportErrors } from './seeker-import.errors.js';
import { SeekerImportRepository } from './seeker-import.repository.js';
import { SeekerRecords } from './seeker-record.js';

/** Brings seekers of a named source in. */
@Injectable()
export class SeekerImportService {
  constructor(
    private readonly importer: BulkImporter,
    private readonly repository: SeekerImportRepository,
    private readonly reference: ReferenceReader,
  ) {}

  async run(request: ImportRequest<ImportedSeeker>): Promise<ImportOutcome> {
    const tables = await this.reference.tables();
    const records = new SeekerRecords(tables, placeFinderOf(tables));
    return this.importer.run({
      ...request,
      rows: sourceRows(request.path, request.format.columns),
      recordOf: (seeker) => records.of(seeker),
      target: this.repository,
      event: profilesImported,
    });
  }

  /** Takes an import back: what it made is gone, what it changed is as before; what a later import touched stays. */
  async undo(importId: string): Promise<TakenBack> {
    const kind = { target: this.repository, event: profilesImported };
    const taken = await this.importer.undo(importId, kind);
    if (taken === null) throw seekerImportErrors.NOT_UNDOABLE();
    return taken;
  }
}
