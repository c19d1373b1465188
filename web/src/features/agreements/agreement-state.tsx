import type { AgreementState } from '@/graphql/generated/features/agreements/agreements';
import { useText } from '@/shared/i18n/messages';
import { daysBetween, today } from '@/shared/format/days';
import { useFormat } from '@/shared/format/use-format';
import { Badge, type Tone } from '@/shared/ui/badge';
import { agreementsMessages } from './agreements.messages';

const TONES: Readonly<Record<AgreementState, Tone>> = {
  DRAFT: 'neutral',
  NEGOTIATING: 'accent',
  IN_REVIEW: 'warn',
  AWAITING_SIGNATURES: 'warn',
  PARTIALLY_SIGNED: 'warn',
  SIGNED: 'accent',
  EFFECTIVE: 'good',
  SUSPENDED: 'warn',
  SUPERSEDED: 'neutral',
  EXPIRED: 'neutral',
  TERMINATED: 'bad',
  CANCELLED: 'neutral',
};

export function AgreementStateBadge({ state }: { readonly state: AgreementState }) {
  const text = useText(agreementsMessages);
  return <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>;
}

/** Nearer than this an end is worth a warning. */
const SOON_DAYS = 60;

export interface TermProps {
  readonly agreement: {
    readonly state: AgreementState;
    readonly startsOn: string;
    readonly endsOn: string;
  };
}

/** From when to when it holds, and how long that still is. */
export function Term({ agreement: { state, startsOn, endsOn } }: TermProps) {
  const text = useText(agreementsMessages);
  const { date } = useFormat();
  const untilStart = daysBetween(today(), startsOn);
  const untilEnd = daysBetween(today(), endsOn);
  const isRunning = state === 'EFFECTIVE' || state === 'SIGNED';
  return (
    <>
      <span>{text('termOf', { from: date(startsOn), to: date(endsOn) })}</span>
      {isRunning && untilStart > 0 && (
        <span className="gq-agreements-note">{text('startsIn', { count: untilStart })}</span>
      )}
      {isRunning && untilStart <= 0 && untilEnd >= 0 && (
        <span
          className={
            untilEnd <= SOON_DAYS ? 'gq-agreements-note gq-agreements-soon' : 'gq-agreements-note'
          }
        >
          {untilEnd === 0 ? text('endsToday') : text('daysLeft', { count: untilEnd })}
        </span>
      )}
    </>
  );
}
