import { Link } from 'react-router';
import { MyApplications } from '@/graphql/generated/features/applications/own/own';
import { useFormat } from '@/shared/format/use-format';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { useFilters } from '@/shared/routing/use-filters';
import { Badge } from '@/shared/ui/badge';
import { FilterTabs } from '@/shared/ui/filter-tabs';
import { Page as Frame } from '@/shared/ui/page';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { Due } from './due';
import { NextInterview } from './interviews/next-interview';
import { ownMessages } from './own.messages';
import { ENDED, OPEN, STATE_TONES, type ListedApplication } from './own-states';
import './own.css';

const TABS = ['open', 'ended'] as const;
type Tab = (typeof TABS)[number];

export function Page() {
  const text = useText(ownMessages);
  const { number } = useFormat();
  const [{ show }, setFilters] = useFilters<'show'>();
  const tab: Tab = show === 'ended' ? 'ended' : 'open';
  const pages = usePages(
    MyApplications,
    { states: tab === 'open' ? OPEN : ENDED },
    ({ myApplications }) => myApplications,
  );
  return (
    <Frame title={text('menu')} lead={text('lead')}>
      <FilterTabs
        label={text('filter')}
        value={tab}
        onChange={(value) => setFilters({ show: value === 'open' ? null : value })}
        tabs={TABS.map((value) => ({
          value,
          label: text(value),
          count: value === tab && pages.totalCount !== null ? number(pages.totalCount) : null,
        }))}
      />
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <Nothing tab={tab} />
          ) : (
            <>
              <ul className="gq-own-list">
                {nodes.map((application) => (
                  <li key={application.id}>
                    <ApplicationCard application={application} />
                  </li>
                ))}
              </ul>
              <MoreButton pages={pages} />
            </>
          )
        }
      </Loaded>
    </Frame>
  );
}

function Nothing({ tab }: { readonly tab: Tab }) {
  const text = useText(ownMessages);
  if (tab === 'ended') return <EmptyState title={text('noneEnded')} />;
  return (
    <EmptyState title={text('none')}>
      <p>{text('noneText')}</p>
      <Link className="gq-button" to="/me/recommendations">
        {text('recommendations')}
      </Link>
      <Link to="/jobs">{text('search')}</Link>
    </EmptyState>
  );
}

function ApplicationCard({ application }: { readonly application: ListedApplication }) {
  const text = useText(ownMessages);
  const { date } = useFormat();
  const { id, state, submittedAt, jobPosting, organisation, closeReason } = application;
  return (
    <article className="gq-own-card">
      <div className="gq-own-card-top">
        <h2>
          <Link to={`/me/applications/${id}`}>{jobPosting?.title ?? text('postingGone')}</Link>
        </h2>
        <Badge tone={STATE_TONES[state]}>{text(`state_${state}`)}</Badge>
      </div>
      <p className="gq-own-soft gq-own-particulars">
        {[
          organisation?.name,
          jobPosting?.region?.fullName,
          text('submittedOn', { date: date(submittedAt) }),
        ]
          .filter((part) => part != null)
          .map((part) => (
            <span key={part}>{part}</span>
          ))}
      </p>
      {closeReason && <p className="gq-own-soft">{text(`reason_${closeReason}`)}</p>}
      <NextInterview interviews={application.interviews} />
      <Due at={application.answerDueAt} by={application.answerDueBy} />
    </article>
  );
}
