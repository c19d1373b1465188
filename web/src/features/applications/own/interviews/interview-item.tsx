import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  ConfirmInterview,
  type OwnInterviewFragment,
} from '@/graphql/generated/features/applications/own/own';
import { useAttempt } from '@/shared/forms/use-attempt';
import { useFormat } from '@/shared/format/use-format';
import { useNow } from '@/shared/format/use-now';
import { useAction } from '@/shared/graphql/action';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { saveText } from '@/shared/ui/save-text';
import { APPLICATION_QUERIES } from '../own-states';
import { calendarEntry } from './calendar-entry';
import { InterviewDialog, type InterviewStep } from './interview-dialog';
import { interviewsMessages } from './interviews.messages';

const TONES: Readonly<Record<OwnInterviewFragment['state'], Tone>> = {
  PROPOSED: 'warn',
  CONFIRMED: 'good',
  DECLINED: 'neutral',
  CANCELLED: 'neutral',
  HELD: 'neutral',
  NO_SHOW: 'bad',
};

export interface InterviewItemProps {
  readonly interview: OwnInterviewFragment;
  /** Of the posting. */
  readonly title: string;
  /** Whether the day has to be said; in a calendar it heads the list. */
  readonly hasDay?: boolean;
  /** Above the particulars: which application it belongs to. */
  readonly children?: ReactNode;
}

/** One interview with what the person may do about it. */
export function InterviewItem({ interview, title, hasDay = false, children }: InterviewItemProps) {
  const text = useText(interviewsMessages);
  const { date, time } = useFormat();
  const { state, mode, place, startsAt, endsAt, cancelReason, noShowParty } = interview;
  return (
    <div className="gq-own-entry">
      {children}
      <p className="gq-own-when">
        <time dateTime={startsAt}>
          {hasDay && `${date(startsAt)} `}
          {time(startsAt)}–{time(endsAt)}
        </time>
        <Badge tone={TONES[state]}>{text(`state_${state}`)}</Badge>
      </p>
      <p className="gq-own-soft">
        {text(`mode_${mode}`)}
        {place && ` · ${place}`}
      </p>
      {state === 'PROPOSED' && (
        <p className="gq-own-due">
          {text(interview.proposedBy === 'APPLICANT' ? 'waitsForEmployer' : 'waitsForYou')}
        </p>
      )}
      {cancelReason && <p>{text('reasonGiven', { reason: cancelReason })}</p>}
      {noShowParty && <p>{text(`missed_${noShowParty}`)}</p>}
      <Buttons interview={interview} title={title} />
    </div>
  );
}

function Buttons({ interview, title }: InterviewItemProps) {
  const text = useText(interviewsMessages);
  const attempt = useAttempt();
  const now = useNow();
  const [step, setStep] = useState<InterviewStep | null>(null);
  const { run, isRunning } = useAction(ConfirmInterview, { refreshes: APPLICATION_QUERIES });
  const { id, state, proposedBy, startsAt } = interview;
  const hasBegun = new Date(startsAt).getTime() <= now;
  const isProposed = state === 'PROPOSED';
  const isConfirmed = state === 'CONFIRMED';
  if (!isProposed && !isConfirmed) return null;
  const named = (label: string): string => `${label} – ${title}`;
  const open = (name: InterviewStep) => (
    <Button aria-label={named(text(name))} onClick={() => setStep(name)}>
      {text(name)}
    </Button>
  );
  return (
    <div className="gq-own-buttons">
      {isProposed && proposedBy === 'EMPLOYER' && !hasBegun && (
        <Button
          type="primary"
          loading={isRunning}
          aria-label={named(text('confirm'))}
          onClick={() => void attempt(() => run({ interviewId: id }), text('confirmed'))}
        >
          {text('confirm')}
        </Button>
      )}
      {!hasBegun && open('move')}
      {isProposed && proposedBy === 'EMPLOYER' && open('decline')}
      {((isConfirmed && !hasBegun) || (isProposed && proposedBy === 'APPLICANT')) && open('cancel')}
      {isConfirmed && hasBegun && open('missed')}
      {isConfirmed && !hasBegun && (
        <Button
          aria-label={named(text('addToCalendar'))}
          onClick={() =>
            saveText(
              calendarEntry(interview, text('calendarTitle', { title })),
              'interview.ics',
              'text/calendar',
            )
          }
        >
          {text('addToCalendar')}
        </Button>
      )}
      {step && <InterviewDialog step={step} interview={interview} onClose={() => setStep(null)} />}
    </div>
  );
}
