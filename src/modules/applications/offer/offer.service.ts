import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/auth/index.js';
import { calendarDay, Clock } from '../../../core/clock/index.js';
import { inputErrors } from '../../../core/errors/index.js';
import { fenOf, type Money } from '../../../core/graphql/index.js';
import { parseInput } from '../../../core/validation/index.js';
import { JobPostingReader, type JobPosting } from '../../job-postings/index.js';
import { actingAccount } from '../../organisations/index.js';
import { ApplicationSteps } from '../application/application-steps.service.js';
import { offerErrors } from './offer.errors.js';
import { offerMade } from './offer.events.js';
import { makeOfferSchema, type MakeOfferInput } from './offer.inputs.js';
import { OfferRepository } from './offer.repository.js';

const DAY_MS = 86_400_000;
const MAX_ANSWER_DAYS = 30;
/** Graduates are hired a year ahead; beyond two years a day is a slip. */
const MAX_START_DAYS = 730;
/** A hundred million yuan: beyond is a slip, not pay. */
const MOST_PAY_YUAN = 100_000_000;

/** Making offers. What is offered must not be worse than what was posted. */
@Injectable()
export class OfferService {
  constructor(
    private readonly steps: ApplicationSteps,
    private readonly offers: OfferRepository,
    private readonly postings: JobPostingReader,
    private readonly clock: Clock,
  ) {}

  async make(actor: Actor, input: MakeOfferInput): Promise<string> {
    const offer = parseInput(makeOfferSchema, input);
    const { application } = await this.steps.require(actor, offer.applicationId, 'EMPLOYER');
    const payMinFen = fenOf(offer.payMin, ['payMin']);
    const payMaxFen = offer.payMax ? fenOf(offer.payMax, ['payMax']) : payMinFen;
    checkAmount(payMinFen, 'payMin');
    checkAmount(payMaxFen, 'payMax');
    if (payMinFen > payMaxFen) throw offerErrors.PAY_UPSIDE_DOWN({ field: ['payMin'] });
    const posting = await this.postings.requireById(application.jobPostingId);
    checkAgainstPosting(posting, payMinFen, offer.payPeriod);
    this.checkDays(offer.startOn, offer.answerDueAt);
    await this.steps.take(actor, application, 'offer', 'EMPLOYER', {
      answerDueAt: offer.answerDueAt,
      answerDueBy: 'APPLICANT',
    });
    const offerId = await this.offers.insert({
      applicationId: application.id,
      payMinFen,
      payMaxFen,
      payPeriod: offer.payPeriod,
      engagementType: offer.engagementType,
      workplace: offer.workplace,
      regionId: posting.regionId,
      startOn: offer.startOn,
      answerDueAt: offer.answerDueAt,
      message: offer.message ?? null,
      madeBy: actingAccount(actor),
    });
    await this.steps.tell(offerMade, application, { offerId });
    return offerId;
  }

  private checkDays(startOn: string, answerDueAt: Date): void {
    const today = this.clock.today();
    if (startOn < today) throw offerErrors.START_IN_PAST({ field: ['startOn'] });
    const latest = calendarDay(new Date(this.clock.now().getTime() + MAX_START_DAYS * DAY_MS));
    if (startOn > latest) {
      throw inputErrors.OUT_OF_RANGE({ field: ['startOn'], params: { min: today, max: latest } });
    }
    const days = (answerDueAt.getTime() - this.clock.now().getTime()) / DAY_MS;
    if (days < 1 || days > MAX_ANSWER_DAYS) {
      const params = { days: MAX_ANSWER_DAYS };
      throw offerErrors.DUE_OUT_OF_RANGE({ field: ['answerDueAt'], params });
    }
  }
}

function checkAgainstPosting({ pay }: JobPosting, payMinFen: bigint, payPeriod: string): void {
  if (!pay?.min || pay.period !== payPeriod) return;
  if (payMinFen < fenOfMoney(pay.min)) throw offerErrors.PAY_BELOW_POSTED({ field: ['payMin'] });
}

function checkAmount(fen: bigint, field: 'payMin' | 'payMax'): void {
  if (fen >= 1n && fen <= BigInt(MOST_PAY_YUAN) * 100n) return;
  const params = { min: '0.01', max: MOST_PAY_YUAN };
  throw inputErrors.OUT_OF_RANGE({ field: [field], params });
}

function fenOfMoney({ amount }: Money): bigint {
  return BigInt(amount.replace('.', ''));
}
