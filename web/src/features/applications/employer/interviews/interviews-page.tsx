import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { dayInChina, todayInChina } from '@/shared/format/china-time';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Badge } from '@/shared/ui/badge';
import { Page as PageFrame, Section } from '@/shared/ui/page';
import { Loaded } from '@/shared/ui/states';
import { employerWordsMessages } from '../employer-words.messages';
import { hasBegun, useApplicationWords } from '../use-application-words';
import { useMayDecide } from '../use-may-decide';
import { InterviewActions } from './interview-actions';
import { interviewsMessages } from './interviews.messages';
import { useInterviews, type Entry } from './use-interviews';
import { WeekView } from './week-view';
import '../candidates.css';

/** What is arranged with candidates of all postings: what waits for us, and the week. */
export function Page() {
  const text = useText(interviewsMessages);
  const { organisationId = '' } = useParams();
  const query = useInterviews(organisationId);
  const [filters, setFilters] = useFilters<'week'>();
  const monday = mondayOf(/^\d{4}-\d\d-\d\d$/.test(filters.week ?? '') ? filters.week : undefined);
  const go = (days: number): void => setFilters({ week: later(monday, days) });
  return (
    <PageFrame title={text('title')} lead={text('lead')} width="wide">
      <Loaded of={query}>
        {(entries) => (
          <>
            <ToDo entries={entries.filter(needsUs)} organisationId={organisationId} />
            <Section
              title={<WeekTitle monday={monday} />}
              actions={
                <>
                  <Button onClick={() => go(-7)} aria-label={text('previous')}>
                    ‹
                  </Button>
                  <Button onClick={() => setFilters({ week: null })}>{text('thisWeek')}</Button>
                  <Button onClick={() => go(7)} aria-label={text('next')}>
                    ›
                  </Button>
                </>
              }
            >
              <WeekView monday={monday} entries={entries} organisationId={organisationId} />
            </Section>
          </>
        )}
      </Loaded>
    </PageFrame>
  );
}

function WeekTitle({ monday }: { readonly monday: string }) {
  const text = useText(interviewsMessages);
  const { date } = useFormat();
  return text('week', { from: date(monday), to: date(later(monday, 6)) });
}

interface ToDoProps {
  readonly entries: readonly Entry[];
  readonly organisationId: string;
}

function ToDo({ entries, organisationId }: ToDoProps) {
  const text = useText(interviewsMessages);
  const employer = useText(employerWordsMessages);
  const words = useApplicationWords();
  const mayDecide = useMayDecide(organisationId);
  if (entries.length === 0) return null;
  return (
    <Section title={text('toDo')}>
      <ul className="gq-candidate-entries">
        {entries.map(({ application, interview }) => {
          const said = words.interview(interview);
          return (
            <li key={interview.id}>
              <p>
                <strong>{words.time(interview)}</strong>{' '}
                <Badge tone={said.tone}>{said.words}</Badge>
              </p>
              <p>
                <Link to={`/work/${organisationId}/applications/${application.id}`}>
                  {text('of', {
                    name: application.applicant?.fullName ?? employer('noConsent'),
                    title: application.jobPosting?.title ?? '',
                  })}
                </Link>
              </p>
              {mayDecide && <InterviewActions interview={interview} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

/** The applicant proposed a time, or what took place is not recorded. */
function needsUs({ interview }: Entry): boolean {
  const { state, proposedBy } = interview;
  return state === 'PROPOSED'
    ? proposedBy === 'APPLICANT' && !hasBegun(interview)
    : state === 'CONFIRMED' && hasBegun(interview);
}

function later(day: string, days: number): string {
  return dayInChina(`${day}T12:00:00+08:00`, days);
}

/** The Monday of the week of a day; of this week when left out. */
function mondayOf(day: string = todayInChina()): string {
  const weekday = new Date(`${day}T12:00:00+08:00`).getUTCDay();
  return later(day, weekday === 0 ? -6 : 1 - weekday);
}
