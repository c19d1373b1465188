import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import type { CandidateWholeFragment } from '@/graphql/generated/features/matching/employer/candidate';
import { useEducationLevelName } from '@/features/reference-data/level-select';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { candidateMessages } from './candidate.messages';

type Profile = CandidateWholeFragment;

/** How entries of a profile are said in a line. */
export function useCandidateWords() {
  const text = useText(candidateMessages);
  const posting = usePostingWords();
  const levelName = useEducationLevelName();
  const { date } = useFormat();
  const line = (...parts: readonly (string | null | undefined)[]): string =>
    parts.filter(Boolean).join(' · ');
  const day = (value: string | null): string | null => (value === null ? null : date(value));
  return {
    day,
    span: (from: string | null, to: string | null): string | null =>
      from === null && to === null
        ? null
        : text('span', { from: day(from) ?? text('unknown'), to: day(to) ?? text('now') }),
    wish: (wish: Profile['intentions'][number]): string =>
      line(
        wish.regions.length === 0
          ? text('anywhere')
          : wish.regions.map(({ displayName }) => displayName).join(text('comma')),
        wish.payMin === null && wish.payMax === null
          ? null
          : posting.pay({
              min: wish.payMin,
              max: wish.payMax,
              period: wish.payPeriod,
              months: null,
              text: null,
            }),
        wish.engagementType && posting.engagement(wish.engagementType),
      ),
    skills: (skills: Profile['skills']): string =>
      skills
        .map(({ name, proficiency }) =>
          proficiency === null
            ? name
            : text('skillWith', { name, level: text(`proficiency_${proficiency}`) }),
        )
        .join(text('comma')),
    education: (education: Profile['educations'][number]): string =>
      line(
        education.college?.name ?? education.institution,
        education.major?.name ?? education.majorName,
        education.educationLevel && levelName(education.educationLevel),
      ),
  };
}
