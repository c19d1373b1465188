import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { ApplicationsSent } from '@/graphql/generated/features/job-postings/public/posting';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { DialogLoading } from '@/shared/ui/states';
import { lazyWithAntd } from '@/shared/ui/with-antd';
import { membershipsOf, useViewer } from '@/shared/viewer/use-viewer';
import { isOver } from './posting-state';
import type { PostingProps } from './posting-view';
import { postingMessages } from './posting.messages';
import { useSignInPath } from './use-sign-in-path';

const ApplyDialog = lazyWithAntd(async () => (await import('./apply-dialog')).ApplyDialog);

/** The next step of whoever reads the posting. */
export function ApplyAction({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const { date } = useFormat();
  const viewer = useViewer();
  const signIn = useSignInPath();
  const [isOpen, setOpen] = useState(false);
  const isOwn = membershipsOf(viewer).some(
    ({ organisation }) => organisation.id === posting.organisation?.id,
  );
  const sent = useOperation(ApplicationsSent, {}, { enabled: viewer?.profile != null });
  const application = sent.data?.myApplications.nodes.find(
    ({ jobPosting, state }) => jobPosting?.id === posting.id && state !== 'CLOSED',
  );
  const isOpenPosting = posting.state === 'PUBLISHED' && !isOver(posting);

  if (viewer === undefined) return null;
  if (isOwn && posting.organisation)
    return (
      <>
        <Link
          className="gq-button gq-posting-apply"
          to={`/work/${posting.organisation.id}/postings/${posting.id}`}
        >
          {text('manage')}
        </Link>
        {!isOpenPosting && <p className="gq-lead">{text('notOpenState')}</p>}
      </>
    );
  if (!isOpenPosting) return <p className="gq-lead">{text('notOpen')}</p>;
  if (posting.publication === 'EXTERNAL') return null;
  if (viewer === null)
    return (
      <Link className="gq-button gq-posting-apply" to={signIn}>
        {text('applySignIn')}
      </Link>
    );
  if (viewer.profile === null)
    return (
      <Link className="gq-button gq-posting-apply" to="/me/profile">
        {text('applyProfile')}
      </Link>
    );
  if (application)
    return (
      <>
        <Link className="gq-button gq-button-plain gq-posting-apply" to="/me/applications">
          {text('toApplications')}
        </Link>
        <p className="gq-lead">{text('appliedAt', { day: date(application.submittedAt) })}</p>
      </>
    );
  return (
    <>
      <button
        type="button"
        className="gq-button gq-posting-apply"
        disabled={sent.isPending}
        onClick={() => setOpen(true)}
      >
        {text('apply')}
      </button>
      {isOpen && (
        <Suspense fallback={<DialogLoading />}>
          <ApplyDialog posting={posting} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
