import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestErrors } from '../../../core/errors/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { ReferenceReader } from '../../reference-data/index.js';
import { InvitationService } from '../place/invitation.service.js';
import { PlaceRepository } from '../place/place.repository.js';
import { jobFairErrors } from './job-fair.errors.js';
import { jobFairCancelled, jobFairMoved } from './job-fair.events.js';
import {
  cancelSchema,
  createSchema,
  type CancelJobFairInput,
  type CreateJobFairInput,
  type JobFairContent,
  type PublishJobFairInput,
  type UpdateJobFairInput,
} from './job-fair.inputs.js';
import { jobFairMachine } from './job-fair.machine.js';
import type { JobFair } from './job-fair.model.js';
import { mayHold } from './job-fair.policy.js';
import { JobFairReader } from './job-fair.reader.js';
import { JobFairRepository } from './job-fair.repository.js';
import { checkTimes, isMoved } from './job-fair.rules.js';

const CLOSES_AT = ['content', 'registrationClosesAt'];

/** Holding fairs: from the draft to their publication, or until they are given up. */
@Injectable()
export class JobFairService {
  constructor(
    private readonly reader: JobFairReader,
    private readonly fairs: JobFairRepository,
    private readonly places: PlaceRepository,
    private readonly invitations: InvitationService,
    private readonly reference: ReferenceReader,
    private readonly clock: Clock,
  ) {}

  async create(actor: Actor, input: CreateJobFairInput): Promise<string> {
    if (!mayHold(actor, input.organisationId))
      throw requestErrors.NOT_FOUND({ field: ['organisationId'] });
    const content = await this.contentOf(input);
    return this.fairs.insert(input.organisationId, content, actor.accountId);
  }

  /** Who comes to a published fair is told when it takes place elsewhere or at another time. */
  async update(actor: Actor, input: UpdateJobFairInput): Promise<string> {
    const fair = await this.lock(actor, input.jobFairId);
    jobFairMachine.next(fair.state, fair.state === 'DRAFT' ? 'edit' : 'amend', 'ORGANISER');
    const content = await this.contentOf(input);
    if (fair.state === 'PUBLISHED') this.checkPublished(fair, content);
    if (!(await this.fairs.update(fair.id, input.version, content)))
      throw jobFairErrors.CHANGED_MEANWHILE({ field: ['version'] });
    if (fair.state === 'PUBLISHED' && isMoved(fair, content)) {
      const coming = await this.places.listIn(fair.id, 'REGISTERED');
      await this.invitations.tell(jobFairMoved, fair, coming);
    }
    return fair.id;
  }

  /** Announces the fair; one for partners invites them. */
  async publish(actor: Actor, input: PublishJobFairInput): Promise<string> {
    const fair = await this.lock(actor, input.jobFairId);
    jobFairMachine.next(fair.state, 'publish', 'ORGANISER');
    this.checkToCome(fair, ['jobFairId']);
    await this.fairs.take(fair, 'PUBLISHED', actor.accountId);
    if (fair.admission === 'PARTNERS') await this.invitations.inviteAll(fair);
    return fair.id;
  }

  async cancel(actor: Actor, input: CancelJobFairInput): Promise<string> {
    const fair = await this.lock(actor, input.jobFairId);
    const { reason } = parseInput(cancelSchema, input);
    jobFairMachine.next(fair.state, 'cancel', 'ORGANISER');
    await this.fairs.take(fair, 'CANCELLED', actor.accountId, reason);
    const coming = await this.places.listIn(fair.id, 'REGISTERED');
    await this.invitations.tell(jobFairCancelled, fair, coming);
    return fair.id;
  }

  /** The fair, locked, when the actor holds it. */
  private async lock(actor: Actor, jobFairId: string): Promise<JobFair> {
    const seen = await this.reader.find(actor, jobFairId);
    const fair = seen && mayHold(actor, seen.organiserId) ? await this.fairs.lock(jobFairId) : null;
    if (!fair) throw requestErrors.NOT_FOUND({ field: ['jobFairId'] });
    return fair;
  }

  private async contentOf(input: { readonly content: object }): Promise<JobFairContent> {
    const { regionCode, ...content } = parseInput(createSchema, input).content;
    checkTimes(content, ['content']);
    const region = await this.reference.requireRegion(regionCode, ['content', 'regionCode']);
    return { ...content, regionId: region.id };
  }

  private checkPublished(fair: JobFair, content: JobFairContent): void {
    if (content.admission !== fair.admission)
      throw jobFairErrors.ADMISSION_FIXED({ field: ['content', 'admission'] });
    if (content.seatLimit !== null && content.seatLimit < fair.seatsTaken)
      throw jobFairErrors.SEATS_TAKEN({
        field: ['content', 'seatLimit'],
        params: { taken: fair.seatsTaken },
      });
    if (content.registrationClosesAt.getTime() !== fair.registrationClosesAt.getTime())
      this.checkToCome(content, CLOSES_AT);
  }

  private checkToCome(
    { registrationClosesAt }: Pick<JobFair, 'registrationClosesAt'>,
    field: string[],
  ): void {
    if (registrationClosesAt <= this.clock.now()) throw jobFairErrors.IN_PAST({ field });
  }
}
