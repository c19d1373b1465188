import { useFormat } from '@/shared/format/use-format';
import { useNow } from '@/shared/format/use-now';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import type { OwnInterview } from '../own-states';
import { interviewsMessages } from './interviews.messages';

/** The interview that comes next, if there is one. */
export function NextInterview({ interviews }: { readonly interviews: readonly OwnInterview[] }) {
  const text = useText(interviewsMessages);
  const { dateTime } = useFormat();
  const now = useNow();
  const next = interviews.find((interview) => isComing(interview, now));
  if (next === undefined) return null;
  return (
    <p className="gq-own-when">
      <span>
        {text(`mode_${next.mode}`)} ·{' '}
        <time dateTime={next.startsAt}>{dateTime(next.startsAt)}</time>
      </span>
      <Badge tone={next.state === 'CONFIRMED' ? 'good' : 'warn'}>
        {text(`state_${next.state}`)}
      </Badge>
    </p>
  );
}

export function isComing({ state, endsAt }: OwnInterview, now: number): boolean {
  return (state === 'PROPOSED' || state === 'CONFIRMED') && new Date(endsAt).getTime() > now;
}
