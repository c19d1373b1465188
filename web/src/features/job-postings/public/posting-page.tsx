import { useParams } from 'react-router';
import { PublicPosting } from '@/graphql/generated/features/job-postings/public/posting';
import { useOperation } from '@/shared/graphql/query';
import { Loaded } from '@/shared/ui/states';
import { FormerPostingView } from './former-posting-view';
import { PostingView } from './posting-view';

export function Page() {
  const { postingId = '' } = useParams();
  const posting = useOperation(PublicPosting, { id: postingId });
  return (
    <Loaded of={posting}>
      {({ jobPosting }) =>
        jobPosting === null ? (
          <FormerPostingView postingId={postingId} />
        ) : (
          <PostingView posting={jobPosting} />
        )
      }
    </Loaded>
  );
}
