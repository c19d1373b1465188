import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../core/auth/index.js';
import { Clock } from '../../../core/clock/index.js';
import type { Locale } from '../../../core/context/index.js';
import type { Agreement } from '../agreement/agreement.model.js';
import { AgreementReader } from '../agreement/agreement.reader.js';
import { ENDS_SOON_DAYS, metricOf } from '../obligations/obligation-metrics.js';
import { ObligationReader } from '../obligations/obligation.reader.js';
import { toCalendar, type CalendarDay } from './agreement-calendar.js';
import { CALENDAR_WORDS } from './agreement-calendar.words.js';

const BINDING = ['SIGNED', 'EFFECTIVE', 'SUSPENDED'];
const START_DAYS = [7];
const DUE_DAYS = [30, 7];

/** Whether an agreement has days to be reminded of: all have signed, and it is not over. */
export function hasCalendar({ state }: Pick<Agreement, 'state'>): boolean {
  return BINDING.includes(state);
}

/** The days of agreements that people want to be reminded of. Whoever asks holds a link to it. */
@Injectable()
export class AgreementCalendars {
  constructor(
    private readonly agreements: AgreementReader,
    private readonly obligations: ObligationReader,
    private readonly clock: Clock,
  ) {}

  /** Null where it has none. */
  async of(id: string, locale: Locale): Promise<{ agreementNumber: string; text: string } | null> {
    const agreement = await this.agreements.find(SYSTEM, id);
    if (!agreement || !hasCalendar(agreement)) return null;
    const { agreementNumber, title, startsOn, endsOn, parties } = agreement;
    const words = CALENDAR_WORDS[locale];
    const note = words.note(agreementNumber, title);
    const dues = (await this.obligations.currentOf(id)).map((obligation): CalendarDay => {
      const { name, unit } = metricOf(obligation.metric);
      const party = parties.find(({ position }) => position === obligation.partyPosition);
      return {
        key: `${id}-${obligation.key}`,
        day: obligation.dueOn,
        title: words.due(party?.name ?? '', obligation.quantity, unit[locale], name[locale]),
        note,
        remindDays: DUE_DAYS,
      };
    });
    const days: CalendarDay[] = [
      {
        key: `${id}-starts`,
        day: startsOn,
        title: words.starts(title),
        note,
        remindDays: START_DAYS,
      },
      ...dues,
      {
        key: `${id}-ends`,
        day: endsOn,
        title: words.ends(title),
        note,
        remindDays: ENDS_SOON_DAYS,
      },
    ];
    return { agreementNumber, text: toCalendar(agreementNumber, days, this.clock.now()) };
  }
}
