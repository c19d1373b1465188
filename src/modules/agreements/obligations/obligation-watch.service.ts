import { Injectable } from '@nestjs/common';
import { Clock } from '../../../core/clock/index.js';
import { UnitOfWork } from '../../../core/database/index.js';
import { AgreementSteps } from '../agreement/agreement-steps.service.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AgreementRepository } from '../agreement/agreement.repository.js';
import { ENDS_SOON_DAYS } from './obligation-metrics.js';
import { ObligationFiguresReader } from './obligation-figures.reader.js';
import { agreementEndsSoon, obligationAtRisk, obligationBreached } from './obligation.events.js';
import { ObligationRepository } from './obligation.repository.js';

const BATCH = 100;
const DAY_MS = 86_400_000;
const TOLD = { AT_RISK: obligationAtRisk, BREACHED: obligationBreached } as const;

/** Looks at agreements in force each night and tells their parties what they should know; writes nothing but that. */
@Injectable()
export class ObligationWatch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly figures: ObligationFiguresReader,
    private readonly agreements: AgreementRepository,
    private readonly steps: AgreementSteps,
    private readonly repository: ObligationRepository,
    private readonly clock: Clock,
  ) {}

  /** Answers how many notices were given. */
  async run(signal: AbortSignal): Promise<number> {
    let count = 0;
    let after: string | null = null;
    for (;;) {
      const ids: string[] = await this.figures.agreementIdsInForce(after, BATCH);
      for (const id of ids) {
        signal.throwIfAborted();
        count += await this.uow.run(() => this.look(id));
      }
      if (ids.length < BATCH) return count;
      after = ids.at(-1) ?? null;
    }
  }

  private async look(agreementId: string): Promise<number> {
    const agreement = await this.agreements.lock(agreementId);
    if (agreement?.state !== 'SIGNED' && agreement?.state !== 'EFFECTIVE') return 0;
    return (await this.tellOfObligations(agreement)) + (await this.tellOfEnd(agreement));
  }

  private async tellOfObligations(agreement: Agreement): Promise<number> {
    let count = 0;
    const obligations = (await this.figures.listOfMany([agreement.id])).get(agreement.id) ?? [];
    for (const { key, state } of obligations) {
      if (state !== 'AT_RISK' && state !== 'BREACHED') continue;
      if (!(await this.repository.tellOnce(agreement.id, state, key))) continue;
      await this.steps.tell(TOLD[state], agreement, { obligationKey: key });
      count += 1;
    }
    return count;
  }

  /** Of the days named only the nearest is told: who was reminded of 30 days is not told of 60 afterwards. */
  private async tellOfEnd(agreement: Agreement): Promise<number> {
    const daysLeft = (Date.parse(agreement.endsOn) - Date.parse(this.clock.today())) / DAY_MS;
    const reached = ENDS_SOON_DAYS.filter((days) => daysLeft <= days);
    if (daysLeft < 0 || reached.length === 0) return 0;
    const nearest = Math.min(...reached);
    if (!(await this.repository.tellOnce(agreement.id, 'ENDS_SOON', String(nearest)))) return 0;
    await this.steps.tell(agreementEndsSoon, agreement, { daysLeft });
    return 1;
  }
}
