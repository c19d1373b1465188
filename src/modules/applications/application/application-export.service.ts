import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../core/audit/index.js';
import type { Actor } from '../../../core/auth/index.js';
import { requestContext } from '../../../core/context/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { writeXlsx, type OutputColumn } from '../../../core/spreadsheet/index.js';
import { defineFilePurpose, FileStore } from '../../../core/storage/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingReader } from '../../job-postings/index.js';
import { exportSchema, type ExportApplicationsInput } from './application.inputs.js';
import type { Application } from './application.model.js';
import { mayDecide } from './application.policy.js';
import { ApplicationReader } from './application.reader.js';

const APPLICATION_EXPORT = defineFilePurpose('applicationExport', { types: ['xlsx'] });

const TITLES = {
  'zh-CN': ['申请时间', '状态', '姓名', '手机', '邮箱', '学历', '工作年限', '技能', '答复期限'],
  en: [
    'Submitted',
    'State',
    'Name',
    'Mobile',
    'E-mail',
    'Education',
    'Years',
    'Skills',
    'Answer due',
  ],
} as const;

/** The applications to one posting as a workbook, for who answers them. What was withdrawn from consent is not in it. */
@Injectable()
export class ApplicationExport {
  constructor(
    private readonly reader: ApplicationReader,
    private readonly postings: JobPostingReader,
    private readonly files: FileStore,
    private readonly audit: AuditTrail,
  ) {}

  async write(
    actor: Actor,
    input: ExportApplicationsInput,
  ): Promise<{ jobPostingId: string; fileId: string }> {
    const { jobPostingId, purpose } = parseInput(exportSchema, input);
    const posting = await this.postings.find(actor, jobPostingId);
    const organisationId = posting?.organisationId ?? null;
    if (
      !posting ||
      organisationId === null ||
      !mayDecide(actor, { organisationId, accountId: '' })
    ) {
      throw requestErrors.NOT_FOUND({ field: ['jobPostingId'] });
    }
    const rows = await this.reader.allTo(jobPostingId);
    const fileId = await this.files.save({
      subjectType: 'jobPosting',
      subjectId: jobPostingId,
      purpose: APPLICATION_EXPORT,
      fileName: `${posting.title}.xlsx`,
      type: 'xlsx',
      bytes: await writeXlsx(rows, columns()),
    });
    await this.audit.append({
      action: 'takeOutApplications',
      subjectType: 'jobPosting',
      subjectId: jobPostingId,
      detail: { fileId, purpose, applicants: rows.length },
    });
    return { jobPostingId, fileId };
  }

  link(fileId: string): string {
    return this.files.signedDownloadUrl(fileId);
  }
}

function columns(): OutputColumn<Application>[] {
  const titles = TITLES[requestContext().locale];
  const values: readonly OutputColumn<Application>['value'][] = [
    (row) => row.submittedAt,
    (row) => row.state,
    (row) => row.snapshot?.fullName,
    (row) => row.snapshot?.contact.phone,
    (row) => row.snapshot?.contact.email,
    (row) => row.snapshot?.educationLevel?.name,
    (row) => row.snapshot?.experienceYears,
    (row) => row.snapshot?.skills.map(({ name }) => name).join('、'),
    (row) => row.answerDueAt,
  ];
  return values.map((value, i) => ({ title: titles[i] ?? '', value }));
}
