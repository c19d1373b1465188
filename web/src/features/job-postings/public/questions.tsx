import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import {
  PostingQuestions,
  type PostingQuestionsQuery,
} from '@/graphql/generated/features/job-postings/public/posting';
import { useFormat } from '@/shared/format/use-format';
import { usePages, type Connection } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { DialogLoading, Loaded } from '@/shared/ui/states';
import { lazyWithAntd } from '@/shared/ui/with-antd';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { isOver } from './posting-state';
import type { PostingProps } from './posting-view';
import { postingMessages } from './posting.messages';
import { useSignInPath } from './use-sign-in-path';

const AskDialog = lazyWithAntd(async () => (await import('./ask-dialog')).AskDialog);

type Question = NonNullable<PostingQuestionsQuery['jobPostingQuestions']>['nodes'][number];

/** What others have asked the employer, with the answers. */
export function Questions({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const pages = usePages(
    PostingQuestions,
    { jobPostingId: posting.id },
    (data): Connection<Question> | null => data.jobPostingQuestions,
  );
  return (
    <section className="gq-card">
      <header className="gq-card-header">
        <h2>{text('questions')}</h2>
        <AskAction posting={posting} />
      </header>
      <Loaded of={pages}>
        {({ nodes }) =>
          nodes.length === 0 ? (
            <p className="gq-lead">{text('noQuestions')}</p>
          ) : (
            <ul className="gq-posting-questions">
              {nodes.map((question) => (
                <li key={question.id}>
                  <QuestionView question={question} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {pages.hasMore && (
        <button
          type="button"
          className="gq-button gq-button-plain"
          disabled={pages.isLoadingMore}
          onClick={pages.loadMore}
        >
          {text('moreQuestions')}
        </button>
      )}
    </section>
  );
}

function QuestionView({ question }: { readonly question: Question }) {
  const text = useText(postingMessages);
  const { date } = useFormat();
  const { answer, answeredAt } = question;
  return (
    <>
      <p className="gq-posting-question">
        <span aria-hidden="true">{text('question')}</span>
        <span>
          {question.question}
          {question.isMine && (
            <>
              {' '}
              <Badge tone="accent">{text('mine')}</Badge>
            </>
          )}
        </span>
      </p>
      <p className="gq-posting-answer">
        <span aria-hidden="true">{text('answer')}</span>
        <span>
          {answer ?? text('waiting')}
          <small>{date(answeredAt ?? question.askedAt)}</small>
        </span>
      </p>
    </>
  );
}

function AskAction({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const viewer = useViewer();
  const signIn = useSignInPath();
  const [isAsking, setAsking] = useState(false);
  const isOwn = membershipsOf(viewer).some(
    ({ organisation }) => organisation.id === posting.organisation?.id,
  );
  const takesQuestions =
    posting.publication === 'OWN' && posting.state === 'PUBLISHED' && !isOver(posting);
  if (viewer === undefined || isOwn || !takesQuestions) return null;
  if (viewer === null)
    return (
      <Link className="gq-button gq-button-plain" to={signIn}>
        {text('askSignIn')}
      </Link>
    );
  return (
    <>
      <button type="button" className="gq-button gq-button-plain" onClick={() => setAsking(true)}>
        {text('ask')}
      </button>
      {isAsking && (
        <Suspense fallback={<DialogLoading />}>
          <AskDialog postingId={posting.id} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
