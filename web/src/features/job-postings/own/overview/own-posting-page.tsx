import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import {
  OwnPosting,
  type OwnPostingQuery,
} from '@/graphql/generated/features/job-postings/own/overview/own-posting';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import { NotMine } from '../not-mine';
import { PostingFrame } from '../posting-frame';
import { PostingState } from '../posting-state';
import { PostingActions } from '../list/posting-actions';
import { AudienceSection } from './audience-section';
import { ContentSection } from './content-section';
import { FiguresSection } from './figures-section';
import { overviewMessages } from './overview.messages';
import { QuestionsSection } from './questions-section';
import { HistorySection, ReviewSection } from './review-section';

export type OwnPosting = NonNullable<OwnPostingQuery['jobPosting']>;

export function Page() {
  const { organisationId = '', postingId = '' } = useParams();
  const query = useOperation(OwnPosting, { id: postingId }, { pollMs: 60_000 });
  return (
    <Loaded of={query}>
      {({ jobPosting }) =>
        jobPosting?.organisation?.id === organisationId ? (
          <Overview organisationId={organisationId} posting={jobPosting} />
        ) : (
          <NotMine organisationId={organisationId} />
        )
      }
    </Loaded>
  );
}

function Overview({
  organisationId,
  posting,
}: {
  readonly organisationId: string;
  readonly posting: OwnPosting;
}) {
  const text = useText(overviewMessages);
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [openAt] = useState(search.get('step') === 'submit' && posting.viewerCan.submit);
  const isPublic = posting.state === 'PUBLISHED';
  return (
    <PostingFrame
      organisationId={organisationId}
      postingId={posting.id}
      title={posting.title}
      lead={<PostingState posting={posting} />}
      actions={
        <>
          {isPublic && (
            <Link className="gq-own-link" to={`/jobs/${posting.id}`}>
              {text('toPublic')}
            </Link>
          )}
          <PostingActions
            posting={posting}
            base={`/work/${organisationId}/postings/${posting.id}`}
            openAt={openAt ? 'submit' : null}
            onDiscarded={() => void navigate(`/work/${organisationId}/postings`, { replace: true })}
          />
        </>
      }
    >
      <FiguresSection organisationId={organisationId} posting={posting} />
      <ReviewSection posting={posting} />
      <QuestionsSection posting={posting} />
      <ContentSection posting={posting} />
      <AudienceSection organisationId={organisationId} posting={posting} />
      <HistorySection posting={posting} />
    </PostingFrame>
  );
}
