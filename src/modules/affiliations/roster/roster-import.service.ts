import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import {
  defineFilePurpose,
  FileStore,
  storageErrors,
  TABLE_TYPES,
} from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { mayManage } from '../affiliation/affiliation.policy.js';
import { RosterFile } from './roster-file.js';
import { rosterImportErrors } from './roster-import.errors.js';
import {
  previewSchema,
  rosterImportIdSchema,
  type ApplyRosterImportInput,
  type PreviewRosterImportInput,
  type UndoRosterImportInput,
} from './roster-import.inputs.js';
import { rosterImportMachine } from './roster-import.machine.js';
import type { RosterImport } from './roster-import.model.js';
import { RosterImportReader } from './roster-import.reader.js';
import { RosterImportRepository, type RosterCounts } from './roster-import.repository.js';
import { planRoster, type RosterPlan } from './roster-plan.rules.js';
import type { ReadRoster } from './roster-row.js';
import { RosterRepository } from './roster.repository.js';

export const STUDENT_ROSTER = defineFilePurpose('studentRoster', { types: TABLE_TYPES });

/** The college's roster: looked at first, then applied, taken back as far as nobody acted on it. */
@Injectable()
export class RosterImportService {
  constructor(
    private readonly imports: RosterImportRepository,
    private readonly reader: RosterImportReader,
    private readonly roster: RosterRepository,
    private readonly rosterFile: RosterFile,
    private readonly files: FileStore,
  ) {}

  /** Reads an uploaded file before the unit of work begins: a large sheet takes seconds, a transaction must not. */
  async readUpload(actor: Actor, input: PreviewRosterImportInput): Promise<ReadRoster> {
    const { collegeId, fileId } = parseInput(previewSchema, input);
    if (!mayManage(actor, collegeId)) throw requestErrors.NOT_FOUND({ field: ['collegeId'] });
    const file = await this.files.find(fileId);
    const uploader = actor.accountId ?? actor.apiKeyId;
    if (!file || file.uploadedBy !== uploader) throw requestErrors.NOT_FOUND({ field: ['fileId'] });
    if (file.purpose !== STUDENT_ROSTER.name)
      throw storageErrors.WRONG_PURPOSE({ field: ['fileId'] });
    if (file.state === 'AWAITING_UPLOAD') throw storageErrors.NOT_UPLOADED({ field: ['fileId'] });
    return this.rosterFile.read(await this.files.read(fileId));
  }

  /** The same for a roster that was previewed. */
  async readPreviewed(actor: Actor, input: ApplyRosterImportInput): Promise<ReadRoster> {
    const { rosterImportId } = parseInput(rosterImportIdSchema, input);
    const found = await this.reader.find(actor, rosterImportId);
    if (!found || !mayManage(actor, found.collegeId))
      throw requestErrors.NOT_FOUND({ field: ['rosterImportId'] });
    return this.rosterFile.read(await this.files.read(found.fileId));
  }

  async preview(actor: Actor, input: PreviewRosterImportInput, read: ReadRoster): Promise<string> {
    const { collegeId, fileId } = parseInput(previewSchema, input);
    const plan = await this.plan(collegeId, read);
    const id = await this.imports.insert(
      { collegeId, fileId, uploadedBy: actor.accountId },
      countsOf(read, plan),
      inOrder([...read.issues, ...plan.issues]),
    );
    await this.files.attach(actor, fileId, {
      purpose: STUDENT_ROSTER,
      subjectType: 'rosterImport',
      subjectId: id,
    });
    return id;
  }

  /** Writes what the preview showed; when it would be something else by now, it has to be looked at again. */
  async apply(actor: Actor, input: ApplyRosterImportInput, read: ReadRoster): Promise<string> {
    const rosterImport = await this.require(actor, input);
    rosterImportMachine.next(rosterImport.state, 'apply', 'COLLEGE');
    const { id, collegeId } = rosterImport;
    const plan = await this.plan(collegeId, read);
    if (!isAsPreviewed(rosterImport, countsOf(read, plan))) throw rosterImportErrors.OUTDATED();
    if (plan.created.length + plan.changed.length === 0)
      throw rosterImportErrors.NOTHING_TO_APPLY();
    await this.roster.create(id, collegeId, actor.accountId, plan.created);
    await this.roster.change(id, plan.changed);
    await this.imports.markApplied(id);
    return id;
  }

  async undo(actor: Actor, input: UndoRosterImportInput): Promise<string> {
    const { id, state } = await this.require(actor, input);
    rosterImportMachine.next(state, 'undo', 'COLLEGE');
    const removed = await this.roster.removeMade(id);
    const restored = await this.roster.restoreChanged(id);
    await this.imports.markUndone(id, removed + restored);
    return id;
  }

  private async require(
    actor: Actor,
    input: ApplyRosterImportInput | UndoRosterImportInput,
  ): Promise<RosterImport> {
    const { rosterImportId } = parseInput(rosterImportIdSchema, input);
    const found = await this.reader.find(actor, rosterImportId);
    if (!found || !mayManage(actor, found.collegeId))
      throw requestErrors.NOT_FOUND({ field: ['rosterImportId'] });
    await this.imports.lockRoster(found.collegeId);
    const locked = await this.imports.lock(rosterImportId);
    if (!locked) throw requestErrors.NOT_FOUND({ field: ['rosterImportId'] });
    return locked;
  }

  private async plan(collegeId: string, { rows }: ReadRoster): Promise<RosterPlan> {
    const numbers = rows.map((row) => row.studentNumber);
    return planRoster(rows, await this.roster.lockKnown(collegeId, numbers));
  }
}

function countsOf(read: ReadRoster, plan: RosterPlan): RosterCounts {
  return {
    rowCount: read.rowCount,
    newCount: plan.created.length,
    changedCount: plan.changed.length,
    unchangedCount: plan.unchangedCount,
    refusedCount: read.issues.length + plan.issues.length,
  };
}

function isAsPreviewed(previewed: RosterCounts, now: RosterCounts): boolean {
  return (
    previewed.newCount === now.newCount &&
    previewed.changedCount === now.changedCount &&
    previewed.unchangedCount === now.unchangedCount &&
    previewed.refusedCount === now.refusedCount
  );
}

function inOrder<T extends { readonly row: number }>(issues: readonly T[]): T[] {
  return [...issues].sort((a, b) => a.row - b.row);
}
