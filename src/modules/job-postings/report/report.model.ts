import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionOf, DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { ReportReason, ReportState } from './report.enums.js';

@ObjectType({
  implements: () => [Node],
  description:
    'A report of a posting or an employer. Seen by whoever filed it and by the bureau in charge, never by the employer.',
})
export class JobPostingReport extends Node {
  @Field(() => ReportReason, { description: 'What it is about.' })
  reason!: ReportReason;

  @Field(() => String, { description: 'What the reporter wrote.' })
  statement!: string;

  @Field(() => ReportState, { description: 'How it stands.' })
  state!: ReportState;

  @Field(() => DateTimeScalar, { description: 'When it was filed.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When the answer is due.' })
  dueAt!: Date;

  @Field(() => Boolean, { description: 'Whether that has passed without an answer.' })
  isOverdue!: boolean;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handled; null before.' })
  handledAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the bureau found; null before.',
  })
  remark!: string | null;

  jobPostingId!: string | null;
  organisationId!: string | null;
}

@ObjectType({ description: 'A page of reports.' })
export class JobPostingReportConnection extends ConnectionOf(JobPostingReport) {}
