import { useFormat } from '@/shared/format/use-format';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import type { PostingProps } from './posting-view';
import { postingMessages } from './posting.messages';
import { usePostingWords } from './use-posting-words';

/** The particulars in one table. */
export function PostingFacts({ posting }: PostingProps) {
  const text = useText(postingMessages);
  const words = usePostingWords();
  const locale = useLocale();
  const { date } = useFormat();
  const { headcount, freeSeats, skillLevel, region, address, placeText } = posting;
  const place = region === null ? (address ?? placeText) : placeOf(region, address);
  const level = locale === 'en' ? skillLevel?.englishName : skillLevel?.name;
  const seats =
    headcount === null
      ? null
      : freeSeats === null || freeSeats === headcount
        ? text('headcountOnly', { count: headcount })
        : text('headcountFree', { count: headcount, free: freeSeats });
  return (
    <section className="gq-card">
      <h2 className="gq-posting-heading">{text('particulars')}</h2>
      <Facts
        facts={[
          { label: text('place'), value: place },
          { label: text('headcount'), value: seats },
          {
            label: text('engagement'),
            value: posting.engagementType && words.engagement(posting.engagementType),
          },
          { label: text('education'), value: words.education(posting.educationLevel) },
          { label: text('experience'), value: words.experience(posting.experienceYearsMin) },
          { label: text('skillLevel'), value: level && text('skillLevelFrom', { level }) },
          { label: text('occupation'), value: posting.occupation?.name },
          { label: text('industry'), value: posting.industry?.name },
          { label: text('startsOn'), value: posting.startsOn && date(posting.startsOn) },
          {
            label: text('publishedAt'),
            value: posting.publishedAt && date(posting.publishedAt),
          },
          {
            label: text('validThrough'),
            value: posting.validThrough && date(posting.validThrough),
          },
        ]}
      />
    </section>
  );
}

/** Addresses often begin with the district that the region has named already. */
function placeOf(
  { fullName, displayName }: { readonly fullName: string; readonly displayName: string },
  address: string | null,
): string {
  if (address === null) return fullName;
  if (address.startsWith(fullName)) return address;
  return fullName + (address.startsWith(displayName) ? address.slice(displayName.length) : address);
}
