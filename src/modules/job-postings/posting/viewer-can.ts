import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '../../../core/auth/index.js';
import { jobPostingMachine } from './job-posting.machine.js';
import type { JobPosting } from './job-posting.model.js';
import { isInCharge, isMember, mayManage } from './job-posting.policy.js';
import { staysOnRecord } from './job-posting.rules.js';

@ObjectType({ description: 'What the viewer may do with a posting now.' })
export class JobPostingViewerCan {
  @Field(() => Boolean, { description: 'Change it.' })
  update!: boolean;

  @Field(() => Boolean, { description: 'Discard it: a draft that was never handed in.' })
  discard!: boolean;

  @Field(() => Boolean, { description: 'Hand it to the bureau in charge.' })
  submit!: boolean;

  @Field(() => Boolean, { description: 'Take it back from the bureau.' })
  recall!: boolean;

  @Field(() => Boolean, { description: 'Pause it.' })
  pause!: boolean;

  @Field(() => Boolean, { description: 'Resume it after a pause.' })
  resume!: boolean;

  @Field(() => Boolean, { description: 'Stop it.' })
  stop!: boolean;

  @Field(() => Boolean, { description: 'Approve or return it.' })
  review!: boolean;

  @Field(() => Boolean, { description: 'Remove it.' })
  remove!: boolean;

  @Field(() => Boolean, { description: 'Answer the questions about it.' })
  answerQuestions!: boolean;
}

/** By the machine and the policy alone; what else may stand in the way, the action says. */
export function viewerCan(
  actor: Actor,
  posting: JobPosting,
  wasReviewed: boolean,
): JobPostingViewerCan {
  const { state, organisationId } = posting;
  const manages = mayManage(actor, organisationId);
  const decides = isInCharge(actor, posting) && !isMember(actor, organisationId);
  const may = (transition: 'submit' | 'recall' | 'pause' | 'resume' | 'stop') =>
    manages && jobPostingMachine.can(state, transition, 'EMPLOYER');
  return {
    update: manages && (state === 'DRAFT' || jobPostingMachine.can(state, 'revise', 'EMPLOYER')),
    discard: manages && state === 'DRAFT' && !staysOnRecord(posting, wasReviewed),
    submit: may('submit'),
    recall: may('recall'),
    pause: may('pause'),
    resume: may('resume'),
    stop: may('stop'),
    review: decides && jobPostingMachine.can(state, 'approve', 'BUREAU'),
    remove: decides && jobPostingMachine.can(state, 'remove', 'BUREAU'),
    answerQuestions: manages,
  };
}
