import { Injectable } from '@nestjs/common';
import { Clock, isUuid } from '../../../core/clock/index.js';
import { AnswerRecordReader, type AnswerRecord } from '../../applications/index.js';
import { RANKING } from './ranking-weights.js';

const FRESH_MS = 10 * 60_000;
const MOST_KEPT = 20_000;

interface Kept {
  readonly rate: number;
  readonly readAt: number;
}

/**
 * Share of applications that employers answer in time, drawn to that of an employer nobody knows as long as there are few
 * of them. Read for many employers at once and kept for ten minutes: it moves a result by some places, never in or out.
 */
@Injectable()
export class AnswerRates {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly records: AnswerRecordReader,
    private readonly clock: Clock,
  ) {}

  /** By employer; what is no organisation of the platform has the rate of an unknown one. */
  async of(employers: Iterable<string | null>): Promise<(employer: string | null) => number> {
    const now = this.clock.now().getTime();
    const ids = [...new Set(employers)].filter((id) => id !== null && isUuid(id)) as string[];
    const old = ids.filter((id) => now - (this.kept.get(id)?.readAt ?? -Infinity) > FRESH_MS);
    const records = await this.records.of(old);
    if (this.kept.size > MOST_KEPT) this.kept.clear();
    for (const id of old) this.kept.set(id, { rate: rateOf(records.get(id)), readAt: now });
    return (employer) => this.kept.get(employer ?? '')?.rate ?? RANKING.answerRate.unknown;
  }
}

function rateOf(record: AnswerRecord | undefined): number {
  const { unknown, weightOfUnknown } = RANKING.answerRate;
  if (!record) return unknown;
  return (record.answered + unknown * weightOfUnknown) / (record.due + weightOfUnknown);
}
