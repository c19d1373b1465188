import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';
import { useFormat } from '@/shared/format/use-format';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import type { Tone } from '@/shared/ui/badge';
import { employerWordsMessages } from './employer-words.messages';

type Interview = ApplicationCardFragment['interviews'][number];

export interface Said {
  readonly words: string;
  readonly tone: Tone;
}

/** How applications, interviews and dues are said to the employer. */
export function useApplicationWords() {
  const text = useText(employerWordsMessages);
  const format = useFormat();
  const locale = useLocale();
  const shortDay = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  });
  return {
    name: ({ applicant }: Pick<ApplicationCardFragment, 'applicant'>): string =>
      applicant?.fullName ?? text('noConsent'),
    state: ({ state, closeReason }: ApplicationCardFragment): string =>
      state === 'CLOSED' && closeReason !== null
        ? text(`close_${closeReason}`)
        : text(`state_${state}`),
    /** Who owes the next answer; null when nobody does. */
    due: ({ answerDueAt, answerDueBy }: ApplicationCardFragment): Said | null => {
      if (answerDueAt === null) return null;
      const day = shortDay.format(new Date(answerDueAt));
      if (answerDueBy !== 'EMPLOYER') return { words: text('dueByThem', { day }), tone: 'neutral' };
      return new Date(answerDueAt).getTime() < Date.now()
        ? { words: text('overdue', { day }), tone: 'bad' }
        : { words: text('dueByUs', { day }), tone: 'warn' };
    },
    interview: (interview: Interview): Said => {
      const { state, proposedBy, noShowParty } = interview;
      const isOurs = proposedBy !== 'APPLICANT';
      switch (state) {
        case 'PROPOSED':
          return isOurs
            ? { words: text('interview_PROPOSED_EMPLOYER'), tone: 'neutral' }
            : { words: text('interview_PROPOSED_APPLICANT'), tone: 'warn' };
        case 'CONFIRMED':
          return hasBegun(interview)
            ? { words: text('interview_toRecord'), tone: 'warn' }
            : { words: text('interview_CONFIRMED'), tone: 'good' };
        case 'NO_SHOW':
          return {
            words: text(
              noShowParty === 'EMPLOYER'
                ? 'interview_NO_SHOW_EMPLOYER'
                : 'interview_NO_SHOW_APPLICANT',
            ),
            tone: 'bad',
          };
        case 'HELD':
          return { words: text('interview_HELD'), tone: 'good' };
        case 'CANCELLED':
        case 'DECLINED':
          return { words: text(`interview_${state}`), tone: 'neutral' };
      }
    },
    /** 11月28日 09:00–10:00 */
    time: ({ startsAt, endsAt }: Pick<Interview, 'startsAt' | 'endsAt'>): string =>
      `${shortDay.format(new Date(startsAt))} ${format.time(startsAt)}–${format.time(endsAt)}`,
  };
}

export function hasBegun({ startsAt }: Pick<Interview, 'startsAt'>): boolean {
  return new Date(startsAt).getTime() <= Date.now();
}
