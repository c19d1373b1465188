import { Link, useParams } from 'react-router';
import {
  RecommendedCandidates,
  RecommendedProfile,
  type RecommendedCandidatesQuery,
  type RecommendedProfileQuery,
} from '@/graphql/generated/features/matching/employer/recommended';
import { NotMine } from '@/features/job-postings/own/not-mine';
import { PostingFrame } from '@/features/job-postings/own/posting-frame';
import { useEducationLevelName } from '@/features/reference-data/level-select';
import { useFormat } from '@/shared/format/use-format';
import { useOperation } from '@/shared/graphql/query';
import { usePages } from '@/shared/graphql/pages';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { MoreButton } from '@/shared/ui/records';
import { EmptyState, Loaded } from '@/shared/ui/states';
import { CandidateReasons } from './candidate-reasons';
import { recommendedMessages } from './recommended.messages';
import './recommended.css';

type Candidate = NonNullable<RecommendedCandidatesQuery['recommendedCandidates']>['nodes'][number];
type Profile = NonNullable<RecommendedProfileQuery['jobSeekerProfile']>;

/** People who fit a posting and let employers find them. */
export function Page() {
  const text = useText(recommendedMessages);
  const { organisationId = '', postingId = '' } = useParams();
  const pages = usePages(
    RecommendedCandidates,
    { jobPostingId: postingId },
    ({ recommendedCandidates }) => recommendedCandidates,
  );
  return (
    <Loaded of={pages}>
      {({ first: { jobPosting }, nodes }) =>
        jobPosting?.organisation?.id === organisationId ? (
          <PostingFrame
            organisationId={organisationId}
            postingId={postingId}
            title={text('of', { title: jobPosting.title })}
            lead={text('lead')}
          >
            {nodes.length === 0 ? (
              <EmptyState title={text('none')}>
                <p>{text(jobPosting.state === 'PUBLISHED' ? 'noneText' : 'notOpen')}</p>
                <Link
                  className="gq-button"
                  to={`/work/${organisationId}/postings/${postingId}/edit`}
                >
                  {text('edit')}
                </Link>
              </EmptyState>
            ) : (
              <ul className="gq-recommended">
                {nodes.map((candidate) => (
                  <CandidateItem key={candidate.id} candidate={candidate} />
                ))}
              </ul>
            )}
            <MoreButton pages={pages} />
          </PostingFrame>
        ) : (
          <NotMine organisationId={organisationId} />
        )
      }
    </Loaded>
  );
}

function CandidateItem({ candidate }: { readonly candidate: Candidate }) {
  const text = useText(recommendedMessages);
  const query = useOperation(RecommendedProfile, { id: candidate.profileId });
  return (
    <li className="gq-card">
      <Loaded of={query}>
        {({ jobSeekerProfile }) =>
          jobSeekerProfile === null ? (
            <p>{text('gone')}</p>
          ) : (
            <>
              <ProfileFacts profile={jobSeekerProfile} />
              <CandidateReasons score={candidate.score} reasons={candidate.reasons} />
            </>
          )
        }
      </Loaded>
    </li>
  );
}

function ProfileFacts({ profile }: { readonly profile: Profile }) {
  const text = useText(recommendedMessages);
  const format = useFormat();
  const levelName = useEducationLevelName();
  const { fullName, headline, educationLevel, major, homeRegion, experienceYears } = profile;
  const listed = (names: readonly (string | null | undefined)[]) =>
    [...new Set(names.filter(Boolean))].join(text('comma'));
  return (
    <>
      <h2>{fullName}</h2>
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
