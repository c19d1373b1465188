import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  RecommendedProfile,
  type RecommendedProfileQuery,
} from '@/graphql/generated/features/matching/employer/recommended';
import { useEducationLevelName } from '@/features/reference-data/level-select';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { Loaded } from '@/shared/ui/states';
import { Invite } from './invite';
import { recommendedMessages } from './recommended.messages';

type Profile = NonNullable<RecommendedProfileQuery['jobSeekerProfile']>;

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
              <ProfileFacts profile={jobSeekerProfile} isFirst={isFirst} />
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

interface ProfileFactsProps {
  readonly profile: Profile;
  readonly isFirst: boolean;
}

function ProfileFacts({ profile, isFirst }: ProfileFactsProps) {
  const text = useText(recommendedMessages);
  const format = useFormat();
  const levelName = useEducationLevelName();
  const { fullName, headline, educationLevel, major, homeRegion, experienceYears } = profile;
  const listed = (names: readonly (string | null | undefined)[]) =>
    [...new Set(names.filter(Boolean))].join(text('comma'));
  return (
    <>
      <h3>
        {fullName}{' '}
        {isFirst && (
          <span title={text('isFirstText')}>
            <Badge tone="accent">{text('isFirst')}</Badge>
          </span>
        )}
      </h3>
      <p className="gq-recommended-lead">
        {[headline, text('updated', { at: format.relative(profile.updatedAt) })]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Facts
        facts={[
          {
            label: text('wishes'),
            value: listed(
              profile.intentions.map(({ title, occupation }) => title ?? occupation?.name),
            ),
          },
          {
            label: text('education'),
            value: [educationLevel && levelName(educationLevel), major?.name]
              .filter(Boolean)
              .join(' · '),
          },
          {
            label: text('experience'),
            value: [
              experienceYears === null || experienceYears === 0
                ? null
                : text('years', { count: experienceYears }),
              listed(profile.experiences.slice(0, 2).map(({ position }) => position)),
            ]
              .filter(Boolean)
              .join(' · '),
          },
          { label: text('skills'), value: listed(profile.skills.map(({ name }) => name)) },
          { label: text('lives'), value: homeRegion?.displayName },
          {
            label: text('available'),
            value: profile.availableFrom && format.date(profile.availableFrom),
          },
        ]}
      />
    </>
  );
}
