import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import { CurrentActor, Public, RequirePermission, type Actor } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import { requestContext } from '../../../core/context/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { AgreementPayload } from '../agreement/agreement.payloads.js';
import { AGREEMENT_DRAFT } from '../agreement/agreement.permissions.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import {
  metricOf,
  OBLIGATION_METRICS,
  type ObligationMetric as Metric,
} from './obligation-metrics.js';
import {
  DisputeObligationEvidenceInput,
  EnterObligationEvidenceInput,
  WithdrawObligationEvidenceInput,
} from './obligation.inputs.js';
import {
  ObligationEntryLoader,
  ObligationLoader,
  ObligationRecordLoader,
} from './obligation.loader.js';
import {
  AgreementObligation,
  ObligationEntry,
  ObligationMetric,
  ObligationRecord,
} from './obligation.model.js';
import { mayDispute, mayEnter, mayWithdraw } from './obligation.policy.js';
import { ObligationService } from './obligation.service.js';

@Resolver()
export class ObligationResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly service: ObligationService,
    private readonly reader: AgreementReader,
  ) {}

  @Public()
  @Query(() => [ObligationMetric], {
    description: 'What obligations can be measured by, at most 50. Requires: nothing.',
  })
  obligationMetrics(): ObligationMetric[] {
    return OBLIGATION_METRICS.map(toMetric);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Enters what was done towards an obligation that records do not prove. Requires: AGREEMENT_DRAFT.',
  })
  async enterObligationEvidence(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'What was done and when.' }) input: EnterObligationEvidenceInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'enterObligationEvidence', input, () =>
      this.service.enter(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description: 'Takes an entry of the own side back. Requires: AGREEMENT_DRAFT.',
  })
  async withdrawObligationEvidence(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which entry.' }) input: WithdrawObligationEvidenceInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'withdrawObligationEvidence', input, () =>
      this.service.withdraw(actor, input),
    );
    return this.payload(actor, id);
  }

  @RequirePermission(AGREEMENT_DRAFT)
  @Mutation(() => AgreementPayload, {
    description:
      'Disputes an entry of another party; it counts no longer. Requires: AGREEMENT_DRAFT.',
  })
  async disputeObligationEvidence(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'Which entry and why.' }) input: DisputeObligationEvidenceInput,
  ): Promise<AgreementPayload> {
    const id = await this.actions.run(actor, 'disputeObligationEvidence', input, () =>
      this.service.dispute(actor, input),
    );
    return this.payload(actor, id);
  }

  private async payload(actor: Actor, id: string): Promise<AgreementPayload> {
    return { agreement: await this.reader.find(actor, id), userErrors: [] };
  }
}

@Resolver(() => Agreement)
export class AgreementObligationsResolver {
  constructor(private readonly obligationList: ObligationLoader) {}

  @ResolveField(() => [AgreementObligation], {
    description: 'What the parties promised and what was done of it, at most 20.',
  })
  async obligations(@Parent() agreement: Agreement): Promise<AgreementObligation[]> {
    const list = await this.obligationList.load(agreement.id);
    return list.map((obligation) => ({ ...obligation, agreement }));
  }
}

@Resolver(() => AgreementObligation)
export class ObligationFieldsResolver {
  constructor(
    private readonly recordList: ObligationRecordLoader,
    private readonly entryList: ObligationEntryLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => ObligationMetric, { description: 'What it is measured by.' })
  metric(@Parent() { metricCode }: AgreementObligation): ObligationMetric {
    return toMetric(metricOf(metricCode));
  }

  @ResolveField(() => [ObligationRecord], {
    description: 'The newest records that count, at most 50; none where entries prove it.',
  })
  records(@Parent() { agreementId, key }: AgreementObligation): Promise<ObligationRecord[]> {
    return this.recordList.load(`${agreementId}/${key}`);
  }

  @ResolveField(() => [ObligationEntry], {
    description: 'The newest entries, at most 50, also those that do not count.',
  })
  async entries(@Parent() obligation: AgreementObligation): Promise<ObligationEntry[]> {
    const { agreementId, key, agreement } = obligation;
    const list = await this.entryList.load(`${agreementId}/${key}`);
    return agreement ? list.map((entry) => ({ ...entry, agreement })) : list;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether the viewer may enter what was done towards it.',
  })
  viewerCanEnter(@CurrentActor() actor: Actor, @Parent() obligation: AgreementObligation): boolean {
    const { agreement } = obligation;
    return agreement !== undefined && mayEnter(actor, agreement, obligation, this.clock.today());
  }
}

@Resolver(() => ObligationEntry)
export class ObligationEntryResolver {
  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it back.' })
  viewerCanWithdraw(@CurrentActor() actor: Actor, @Parent() entry: ObligationEntry): boolean {
    return entry.agreement !== undefined && mayWithdraw(actor, entry.agreement, entry);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may dispute it.' })
  viewerCanDispute(@CurrentActor() actor: Actor, @Parent() entry: ObligationEntry): boolean {
    return entry.agreement !== undefined && mayDispute(actor, entry.agreement, entry);
  }
}

function toMetric({ code, name, unit, records, roles }: Metric): ObligationMetric {
  const { locale } = requestContext();
  return {
    code,
    name: name[locale],
    unit: unit[locale],
    records: records?.[locale] ?? null,
    roles: [...roles],
  };
}
