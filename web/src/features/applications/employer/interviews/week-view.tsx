import { Link } from 'react-router';
import { dayInChina, todayInChina } from '@/shared/format/china-time';
import { useFormat } from '@/shared/format/use-format';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { EmptyState } from '@/shared/ui/states';
import { employerWordsMessages } from '../employer-words.messages';
import { useApplicationWords } from '../use-application-words';
import { interviewsMessages } from './interviews.messages';
import type { Entry } from './use-interviews';

export interface WeekViewProps {
  readonly monday: string;
  readonly entries: readonly Entry[];
  readonly organisationId: string;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6];

/** Seven days side by side; on a phone the days that have something, one below the other. */
export function WeekView({ monday, entries, organisationId }: WeekViewProps) {
  const text = useText(interviewsMessages);
  const days = DAYS.map((place) => {
    const day = dayInChina(`${monday}T12:00:00+08:00`, place);
    return {
      day,
      entries: entries.filter(({ interview }) => dayInChina(interview.startsAt) === day),
    };
  });
  if (days.every((day) => day.entries.length === 0))
    return (
      <EmptyState title={text('none')}>
        <p>{text('noneText')}</p>
      </EmptyState>
    );
  return (
    <ol className="gq-week">
      {days.map((day) => (
        <Day key={day.day} {...day} organisationId={organisationId} />
      ))}
    </ol>
  );
}

interface DayProps {
  readonly day: string;
  readonly entries: readonly Entry[];
  readonly organisationId: string;
}

function Day({ day, entries, organisationId }: DayProps) {
  const text = useText(interviewsMessages);
  const locale = useLocale();
  const isToday = day === todayInChina();
  const name = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(`${day}T12:00:00+08:00`));
  return (
    <li
      className={`gq-week-day${isToday ? ' gq-week-today' : ''}${entries.length === 0 ? ' gq-week-free' : ''}`}
    >
      <h3>
        {name}
        {isToday && <span className="gq-hidden-text"> {text('today')}</span>}
      </h3>
      {entries.length === 0 ? (
        <p className="gq-candidate-soft">{text('noneDay')}</p>
      ) : (
        <ul>
          {entries.map((entry) => (
            <Slot key={entry.interview.id} entry={entry} organisationId={organisationId} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Slot({
  entry,
  organisationId,
}: {
  readonly entry: Entry;
  readonly organisationId: string;
}) {
  const text = useText(interviewsMessages);
  const employer = useText(employerWordsMessages);
  const format = useFormat();
  const words = useApplicationWords();
  const { application, interview } = entry;
  const { state, mode, place, startsAt, endsAt } = interview;
  const said = words.interview(interview);
  const isOff = state === 'CANCELLED' || state === 'DECLINED';
  return (
    <li className={`gq-week-slot${isOff ? ' gq-week-off' : ''}`}>
      <p>
        <strong>
          {format.time(startsAt)}–{format.time(endsAt)}
        </strong>
      </p>
      <p>
        <Link to={`/work/${organisationId}/applications/${application.id}`}>
          {application.applicant?.fullName ?? employer('noConsent')}
        </Link>
      </p>
      <p className="gq-candidate-soft">{application.jobPosting?.title}</p>
      <p className="gq-candidate-soft">
        {place
          ? text('withPlace', { mode: employer(`mode_${mode}`), place })
          : employer(`mode_${mode}`)}
      </p>
      <Badge tone={said.tone}>{said.words}</Badge>
    </li>
  );
}
