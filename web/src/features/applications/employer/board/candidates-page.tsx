import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import {
  BoardPosting,
  type BoardPostingQuery,
} from '@/graphql/generated/features/applications/employer/employer';
import { NotMine } from '@/features/job-postings/own/not-mine';
import { PostingFrame } from '@/features/job-postings/own/posting-frame';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import { CandidatesBoard } from './candidates-board';
import { boardMessages } from './board.messages';
import { ExportDialog } from './export-dialog';
import { useMayDecide } from '../use-may-decide';
import '../candidates.css';

export function Page() {
  const { organisationId = '', postingId = '' } = useParams();
  const query = useOperation(BoardPosting, { id: postingId });
  return (
    <Loaded of={query}>
      {({ jobPosting }) =>
        jobPosting?.organisation?.id === organisationId ? (
          <Candidates organisationId={organisationId} posting={jobPosting} />
        ) : (
          <NotMine organisationId={organisationId} />
        )
      }
    </Loaded>
  );
}

interface CandidatesProps {
  readonly organisationId: string;
  readonly posting: NonNullable<BoardPostingQuery['jobPosting']>;
}

function Candidates({ organisationId, posting }: CandidatesProps) {
  const text = useText(boardMessages);
  const { number } = useFormat();
  const mayDecide = useMayDecide(organisationId);
  const [isExporting, setExporting] = useState(false);
  const { id, title, headcount, filledCount } = posting;
  return (
    <PostingFrame
      organisationId={organisationId}
      postingId={id}
      title={text('of', { title })}
      lead={
        headcount === null
          ? text('lead')
          : `${text('seats', { filled: number(filledCount), headcount: number(headcount) })} · ${text('lead')}`
      }
      actions={mayDecide && <Button onClick={() => setExporting(true)}>{text('export')}</Button>}
    >
      <CandidatesBoard organisationId={organisationId} jobPostingId={id} mayAct={mayDecide} />
      {isExporting && <ExportDialog jobPostingId={id} onClose={() => setExporting(false)} />}
    </PostingFrame>
  );
}
