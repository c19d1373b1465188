import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  EditedPosting,
  type EditedPostingFragment,
} from '@/graphql/generated/features/job-postings/own/editor/posting-editor';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as PageFrame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { ownPostingsMessages } from '../list/own-postings.messages';
import { PostingDialog } from '../list/posting-dialogs';
import { NotMine } from '../not-mine';
import { ownWordsMessages } from '../own-words.messages';
import { editorMessages } from './editor.messages';
import { PostingForm } from './posting-form';

export function Page() {
  const { organisationId = '', postingId = '' } = useParams();
  const query = useOperation(EditedPosting, { id: postingId });
  return (
    <Loaded of={query}>
      {({ jobPosting }) =>
        jobPosting?.organisation?.id === organisationId ? (
          <Editing organisationId={organisationId} posting={jobPosting} />
        ) : (
          <NotMine organisationId={organisationId} />
        )
      }
    </Loaded>
  );
}

interface EditingProps {
  readonly organisationId: string;
  readonly posting: EditedPostingFragment;
}

function Editing({ organisationId, posting }: EditingProps) {
  const text = useText(editorMessages);
  const words = useText(ownWordsMessages);
  // Fresh answers must not change what is being edited: saving then tells that a colleague was faster.
  const [begun] = useState(posting);
  const { source, latestReview } = begun;
  return (
    <PageFrame
      title={text('editTitle')}
      lead={begun.title}
      actions={
        begun.viewerCan.discard && <DiscardButton organisationId={organisationId} posting={begun} />
      }
    >
      {latestReview?.state === 'RETURNED' && begun.state === 'DRAFT' && (
        <Alert
          className="gq-own-alert"
          type="warning"
          showIcon
          title={text('returnedTitle')}
          description={latestReview.remark}
        />
      )}
      {source && (
        <Alert
          className="gq-own-alert"
          type="info"
          showIcon
          title={text('claimedFrom', { source: source.name })}
        />
      )}
      {begun.viewerCan.update ? (
        <PostingForm organisationId={organisationId} posting={begun} />
      ) : (
        <EmptyState title={text('mayNot')}>
          <p>{text('mayNotText')}</p>
          <Link className="gq-button" to={`/work/${organisationId}/postings/${begun.id}`}>
            {words('overview')}
          </Link>
        </EmptyState>
      )}
    </PageFrame>
  );
}

/** For what was begun by mistake; then there is nothing more to edit, and the reader is back among the others. */
function DiscardButton({ organisationId, posting }: EditingProps) {
  const text = useText(ownPostingsMessages);
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {text('discard')}
      </Button>
      {isOpen && (
        <PostingDialog
          step="discard"
          posting={posting}
          onClose={(isDone) => {
            setOpen(false);
            if (isDone) void navigate(`/work/${organisationId}/postings`, { replace: true });
          }}
        />
      )}
    </>
  );
}
