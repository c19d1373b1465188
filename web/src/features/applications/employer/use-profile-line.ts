import type { ApplicationCardFragment } from '@/graphql/generated/features/applications/employer/employer';
import { useText } from '@/shared/i18n/messages';
import { employerWordsMessages } from './employer-words.messages';

/** School, major and experience of an applicant in one line. */
export function useProfileLine(): (applicant: ApplicationCardFragment['applicant']) => string {
  const text = useText(employerWordsMessages);
  return (applicant) => {
    if (applicant === null) return '';
    const [education] = applicant.educations;
    const years = applicant.experienceYears;
    return [
      education?.institution,
      education?.major,
      years === null || years === 0 ? null : text('years', { count: years }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
}
