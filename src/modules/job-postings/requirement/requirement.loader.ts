import { Injectable } from '@nestjs/common';
import { enumName, UnitOfWork } from '../../../core/database/index.js';
import { GroupLoader } from '../../../core/graphql/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import type { RequirementKind } from '../posting/job-posting.enums.js';
import type { JobPostingRequirement } from './requirement.model.js';

/** Sources list skills by the dozen; what is shown of them ends here. */
const MOST_SHOWN = 50;

/** Requirements by posting: musts first, then the heaviest. */
@Injectable()
export class RequirementLoader extends GroupLoader<string, JobPostingRequirement> {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly reference: ReferenceReader,
  ) {
    super();
  }

  protected override async batch(
    ids: readonly string[],
  ): Promise<Map<string, JobPostingRequirement[]>> {
    const rows = await this.uow.sql
      .selectFrom('job_posting_requirements')
      .select(['id', 'job_posting_id', 'kind', 'value', 'minimum', 'is_required', 'weight'])
      .where('job_posting_id', 'in', [...ids])
      .orderBy('is_required', 'desc')
      .orderBy('weight', 'desc')
      .orderBy('id')
      .execute();
    const byPosting = new Map<string, JobPostingRequirement[]>();
    for (const row of rows) {
      const kind = enumName(row.kind);
      const entries = byPosting.get(row.job_posting_id) ?? [];
      if (entries.length === MOST_SHOWN) continue;
      entries.push({
        id: row.id,
        kind,
        value: row.value,
        label: await this.labelOf(kind, row.value),
        minimum: row.minimum,
        isRequired: row.is_required,
        weight: row.weight,
      });
      byPosting.set(row.job_posting_id, entries);
    }
    return byPosting;
  }

  private async labelOf(kind: RequirementKind, value: string): Promise<string> {
    if (kind === 'EDUCATION')
      return (await this.reference.findEducationLevel(value))?.name ?? value;
    if (kind === 'MAJOR') return (await this.reference.findMajor(value))?.name ?? value;
    if (kind === 'SKILL_LEVEL') return (await this.reference.findSkillLevel(value))?.name ?? value;
    return value;
  }
}
