import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RecommendedProfile } from '@/graphql/generated/features/matching/employer/recommended';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Loaded } from '@/shared/ui/states';
import { CandidateFacts } from './candidate-facts';
import { Invite } from './invite';
import { recommendedMessages } from './recommended.messages';

export interface CandidateItemProps {
  readonly profileId: string;
  readonly postingId: string;
  /** Where the whole profile stands. */
  readonly to: string;
  /** Whether the posting is the first on the person's list. */
  readonly isFirst?: boolean;
  /** Why the person is here. */
  readonly children: ReactNode;
}

/** One person in a list of candidates, as far as the person lets the employer see. */
export function CandidateItem(props: CandidateItemProps) {
  const { profileId, postingId, to, isFirst = false, children } = props;
  const text = useText(recommendedMessages);
  const query = useOperation(RecommendedProfile, {
    id: profileId,
    jobPostingId: postingId,
  });
  return (
    <li className="gq-card">
      <Loaded of={query}>
        {({ jobSeekerProfile }) =>
          jobSeekerProfile === null ? (
            <p>{text('gone')}</p>
          ) : (
            <>
              <CandidateFacts profile={jobSeekerProfile} isFirst={isFirst} />
              {children}
              <p className="gq-recommended-actions">
                <Link
                  to={to}
                  aria-label={text('profileOf', { name: jobSeekerProfile.fullName ?? '' })}
                >
                  {text('profile')}
                </Link>
                <Invite postingId={postingId} candidate={jobSeekerProfile} />
              </p>
            </>
          )
        }
      </Loaded>
    </li>
  );
}
