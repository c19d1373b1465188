import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  Authenticated,
  CurrentActor,
  RequirePermission,
  type Actor,
} from '../../../core/auth/index.js';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { AGREEMENT_DRAFT, AGREEMENT_READ } from '../agreement/agreement.permissions.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { EnrolmentSteps } from './enrolment-steps.service.js';
import {
  candidatesSchema,
  ConfirmOrderClassEnrolmentsInput,
  EnrolInOrderClassInput,
  LeaveOrderClassInput,
  MyOrderClassEnrolmentsArgs,
  OrderClassEnrolmentsArgs,
  OrderClassEnrolmentsReasonInput,
} from './enrolment.inputs.js';
import {
  OrderClass,
  OrderClassCandidate,
  OrderClassEnrolment,
  OrderClassEnrolmentConnection,
  OrderClassEnrolmentViewerCan,
  OrderClassPayload,
} from './enrolment.model.js';
import { classPayload } from './enrolment.payload.js';
import { mayEnrol, orderClassPartners, viewerCanOf } from './enrolment.policy.js';
import { EnrolmentReader } from './enrolment.reader.js';
import { EnrolmentService } from './enrolment.service.js';

@Resolver()
export class EnrolmentResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: EnrolmentService,
    private readonly steps: EnrolmentSteps,
    private readonly reader: EnrolmentReader,
    private readonly agreements: AgreementReader,
    private readonly clock: Clock,
  ) {}

  @RequirePermission(AGREEMENT_READ)
  @Query(() => OrderClassEnrolmentConnection, {
    nullable: true,
    description:
      'The list of an order class, newest first; null when there is no such agreement. Requires: AGREEMENT_READ.',
  })
  async orderClassEnrolments(
    @CurrentActor() actor: Actor,
    @Args() args: OrderClassEnrolmentsArgs,
  ): Promise<Connection<OrderClassEnrolment> | null> {
    const { agreementId, states } = args;
    if (!isUuid(agreementId)) throw inputErrors.MALFORMED({ field: ['agreementId'] });
    const agreement = await this.agreements.find(actor, agreementId);
    return agreement ? this.reader.listOfAgreement(agreementId, states ?? [], args) : null;
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Query(() => [OrderClassCandidate], {
    description:
      'Confirmed students of the college who are in no order class, at most 50; none where one may not list them. Requires: AGREEMENT_DRAFT.',
  })
  async orderClassCandidates(
    @CurrentActor() actor: Actor,
    @Args('agreementId', { type: () => ID, description: 'The agreement.' }) agreementId: string,
    @Args('text', {
      type: () => String,
      nullable: true,
      description: 'Part of name, number, class or major.',
    })
    text: string | null,
  ): Promise<OrderClassCandidate[]> {
    const input = parseInput(candidatesSchema, { agreementId, text });
    const agreement = await this.agreements.find(actor, agreementId);
    const partners = agreement && orderClassPartners(agreement);
    if (!partners || !mayEnrol(actor, agreement, this.clock.today())) return [];
    return this.reader.candidates(partners.collegeId, input.text ?? '');
  }

  @Authenticated()
  @Query(() => OrderClassEnrolmentConnection, {
    description: 'Order classes one was listed for, newest first. Requires: being signed in.',
  })
  myOrderClassEnrolments(
    @CurrentActor() actor: Actor,
    @Args() args: MyOrderClassEnrolmentsArgs,
  ): Promise<Connection<OrderClassEnrolment>> {
    return this.reader.listOfAccount(actor.accountId ?? '', args);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => OrderClassPayload, {
    description: 'Puts students of the college on the list. Requires: AGREEMENT_DRAFT.',
  })
  async enrolInOrderClass(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, under which agreement.' }) input: EnrolInOrderClassInput,
  ): Promise<OrderClassPayload> {
    const outcome = await this.actions.run(actor, 'enrolInOrderClass', input, () =>
      this.service.enrol(actor, input),
    );
    return classPayload(outcome, 'affiliationIds');
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => OrderClassPayload, {
    description: 'Takes students into the class, for the enterprise. Requires: AGREEMENT_DRAFT.',
  })
  async confirmOrderClassEnrolments(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who.' }) input: ConfirmOrderClassEnrolmentsInput,
  ): Promise<OrderClassPayload> {
    const outcome = await this.actions.run(actor, 'confirmOrderClassEnrolments', input, () =>
      this.service.confirm(actor, input),
    );
    return classPayload(outcome, 'enrolmentIds');
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => OrderClassPayload, {
    description: 'Refuses students, for the enterprise. Requires: AGREEMENT_DRAFT.',
  })
  async refuseOrderClassEnrolments(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and why.' }) input: OrderClassEnrolmentsReasonInput,
  ): Promise<OrderClassPayload> {
    const outcome = await this.actions.run(actor, 'refuseOrderClassEnrolments', {}, () =>
      this.service.refuse(actor, input),
    );
    return classPayload(outcome, 'enrolmentIds');
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => OrderClassPayload, {
    description: 'Takes students off the list, for the college. Requires: AGREEMENT_DRAFT.',
  })
  async removeOrderClassEnrolments(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Who, and why.' }) input: OrderClassEnrolmentsReasonInput,
  ): Promise<OrderClassPayload> {
    const outcome = await this.actions.run(actor, 'removeOrderClassEnrolments', {}, () =>
      this.service.remove(actor, input),
    );
    return classPayload(outcome, 'enrolmentIds');
  }

  @Authenticated()
  @Mutation(() => OrderClassPayload, {
    description: 'Leaves an order class. Requires: being signed in.',
  })
  async leaveOrderClass(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which, and why.' }) input: LeaveOrderClassInput,
  ): Promise<OrderClassPayload> {
    const id = await this.actions.run(actor, 'leaveOrderClass', {}, () =>
      this.steps.leaveOwn(actor, input),
    );
    return { enrolmentIds: [id], userErrors: [] };
  }
}

@Resolver(() => OrderClassEnrolment)
export class EnrolmentFieldsResolver {
  @ResolveField(() => OrderClassEnrolmentViewerCan, { description: 'What the viewer may do.' })
  viewerCan(
    @CurrentActor() actor: Actor,
    @Parent() enrolment: OrderClassEnrolment,
  ): OrderClassEnrolmentViewerCan {
    return viewerCanOf(actor, enrolment);
  }
}

@Resolver(() => Agreement)
export class AgreementOrderClassResolver {
  constructor(
    private readonly reader: EnrolmentReader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => OrderClass, {
    nullable: true,
    description:
      'The order class under it; null where it is none. Asked for one agreement at a time.',
  })
  async orderClass(
    @CurrentActor() actor: Actor,
    @Parent() agreement: Agreement,
  ): Promise<OrderClass | null> {
    if (!orderClassPartners(agreement)) return null;
    const { listed, confirmed } = await this.reader.countsOf(agreement.id);
    return {
      seatCount: agreement.promisedStudents,
      listedCount: listed,
      confirmedCount: confirmed,
      viewerCanEnrol: mayEnrol(actor, agreement, this.clock.today()),
    };
  }
}
