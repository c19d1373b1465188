import { Link, useLocation, useParams } from 'react-router';
import { CandidateView } from '@/features/matching/employer/candidate-view';
import { FoundCandidate } from '@/graphql/generated/features/search/candidates/candidates';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { InviteFound } from './invite-found';
import { candidatesMessages } from './candidates.messages';

/** All that somebody who was found shows to employers. */
export function Page() {
  const text = useText(candidatesMessages);
  const { organisationId = '', profileId = '' } = useParams();
  const { search } = useLocation();
  const query = useOperation(FoundCandidate, { id: profileId });
  const back = (
    <Link to={{ pathname: `/work/${organisationId}/candidates`, search }}>{text('back')}</Link>
  );
  return (
    <Loaded of={query}>
      {({ jobSeekerProfile: profile }) =>
        profile === null ? (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>{back}</EmptyState>
          </Frame>
        ) : (
          <CandidateView
            profile={profile}
            actions={<InviteFound organisationId={organisationId} candidate={profile} />}
            back={back}
          />
        )
      }
    </Loaded>
  );
}
