import { Link, useParams } from 'react-router';
import { NotMine } from '@/features/job-postings/own/not-mine';
import { CandidateProfile } from '@/graphql/generated/features/matching/employer/candidate';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { candidateMessages } from './candidate.messages';
import { CandidateView } from './candidate-view';
import { Invite } from './invite';

/** All that somebody who is recommended shows to employers. */
export function Page() {
  const text = useText(candidateMessages);
  const { organisationId = '', postingId = '', profileId = '' } = useParams();
  const query = useOperation(CandidateProfile, { id: profileId, jobPostingId: postingId });
  const back = `/work/${organisationId}/postings/${postingId}/recommended`;
  return (
    <Loaded of={query}>
      {({ jobPosting, jobSeekerProfile: profile }) => {
        if (jobPosting?.organisation?.id !== organisationId)
          return <NotMine organisationId={organisationId} />;
        const toList = <Link to={back}>{text('back', { title: jobPosting.title })}</Link>;
        return profile === null ? (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>{toList}</EmptyState>
          </Frame>
        ) : (
          <CandidateView
            profile={profile}
            actions={<Invite postingId={postingId} candidate={profile} />}
            back={toList}
          />
        );
      }}
    </Loaded>
  );
}
