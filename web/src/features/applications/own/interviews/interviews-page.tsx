import { Button } from 'antd';
import { Link } from 'react-router';
import { MyApplications } from '@/graphql/generated/features/applications/own/own';
import { useFormat } from '@/shared/format/use-format';
import { useNow } from '@/shared/format/use-now';
import { useOperation } from '@/shared/graphql/query';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame, Section } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { OPEN, type ListedApplication, type OwnInterview } from '../own-states';
import { dayOf, laterSpan, spanEnd, spanStart, type Span } from './days';
import { InterviewItem } from './interview-item';
import { interviewsMessages } from './interviews.messages';
import { isComing } from './next-interview';
import '../own.css';

interface Entry {
  readonly interview: OwnInterview;
  readonly application: ListedApplication;
  readonly day: string;
}

const SPANS = ['week', 'month'] as const;
const MAX = 100;

export function Page() {
  const text = useText(interviewsMessages);
  const query = useOperation(MyApplications, { states: OPEN, first: MAX });
  return (
    <Frame title={text('menu')} lead={text('lead')}>
      <Loaded of={query}>
        {({ myApplications }) => <Calendar entries={entriesOf(myApplications.nodes)} />}
      </Loaded>
    </Frame>
  );
}

/** What is or was agreed on, in the order of time. */
function entriesOf(applications: readonly ListedApplication[]): readonly Entry[] {
  return applications
    .flatMap((application) =>
      application.interviews
        .filter(({ state }) => state !== 'CANCELLED' && state !== 'DECLINED')
        .map((interview) => ({ interview, application, day: dayOf(interview.startsAt) })),
    )
    .toSorted((a, b) => a.interview.startsAt.localeCompare(b.interview.startsAt));
}

function Calendar({ entries }: { readonly entries: readonly Entry[] }) {
  const text = useText(interviewsMessages);
  const { date } = useFormat();
  const [filters, setFilters] = useFilters<'span' | 'from'>();
  const span: Span = filters.span === 'month' ? 'month' : 'week';
  const now = useNow();
  const today = dayOf(new Date(now).toISOString());
  const coming = entries.find(({ interview }) => isComing(interview, now));
  // Unless another time was chosen, where the next interview is.
  const from = spanStart(isDay(filters.from) ? filters.from : (coming?.day ?? today), span);
  const until = spanEnd(from, span);
  if (entries.length === 0)
    return (
      <EmptyState title={text('none')}>
        <p>{text('noneText')}</p>
        <Link className="gq-button" to="/me/applications">
          {text('toApplications')}
        </Link>
      </EmptyState>
    );
  const shown = entries.filter(({ day }) => day >= from && day <= until);
  const go = (count: number): void => setFilters({ from: laterSpan(from, span, count) });
  return (
    <>
      <FilterTabs
        label={text('view')}
        value={span}
        onChange={(value) => setFilters({ span: value })}
        tabs={SPANS.map((value) => ({ value, label: text(value) }))}
      />
      <Section
        title={
          <span aria-live="polite">{text('period', { from: date(from), to: date(until) })}</span>
        }
        actions={
          <>
            <Button onClick={() => go(-1)}>{text(`previous_${span}`)}</Button>
            <Button onClick={() => setFilters({ from: today })}>{text('today')}</Button>
            <Button onClick={() => go(1)}>{text(`next_${span}`)}</Button>
          </>
        }
      >
        {shown.length === 0 ? (
          <EmptyState title={text('nothingHere')}>
            {coming && (
              <Button type="link" onClick={() => setFilters({ from: coming.day })}>
                {text('nextOne', { date: date(coming.day) })}
              </Button>
            )}
          </EmptyState>
        ) : (
          <Days entries={shown} today={today} />
        )}
      </Section>
    </>
  );
}

function Days({ entries, today }: { readonly entries: readonly Entry[]; readonly today: string }) {
  const text = useText(interviewsMessages);
  const { date } = useFormat();
  const weekday = useWeekday();
  const days = [...new Set(entries.map(({ day }) => day))];
  return (
    <ol className="gq-own-days">
      {days.map((day) => (
        <li key={day}>
          <h3>
            {text('dayAndWeekday', { date: date(day), weekday: weekday(day) })}
            {day === today && ` · ${text('today')}`}
          </h3>
          {entries
            .filter((entry) => entry.day === day)
            .map(({ interview, application }) => (
              <InterviewItem
                key={interview.id}
                interview={interview}
                title={application.jobPosting?.title ?? ''}
              >
                <p className="gq-own-of">
                  <Link to={`/me/applications/${application.id}`}>
                    {application.jobPosting?.title ?? application.organisation?.name}
                  </Link>{' '}
                  <span className="gq-own-soft">{application.organisation?.name}</span>
                </p>
              </InterviewItem>
            ))}
        </li>
      ))}
    </ol>
  );
}

function useWeekday(): (day: string) => string {
  const words = new Intl.DateTimeFormat(useLocale(), { weekday: 'long', timeZone: 'UTC' });
  return (day) => words.format(new Date(`${day}T00:00:00Z`));
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
