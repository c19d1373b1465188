import { useEducationLevelName } from '@/features/reference-data/level-select';
import type { CandidateFactsFragment } from '@/graphql/generated/features/matching/employer/recommended';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { recommendedMessages } from './recommended.messages';
import './recommended.css';

export interface CandidateFactsProps {
  readonly profile: CandidateFactsFragment;
  /** Whether a posting is the first on the person's list. */
  readonly isFirst?: boolean;
}

/** What a card says of a person, as far as the person lets employers see. */
export function CandidateFacts({ profile, isFirst = false }: CandidateFactsProps) {
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
