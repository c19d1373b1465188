import { usePostingWords } from '@/features/job-postings/public/use-posting-words';
import { useFormat } from '@/shared/format/use-format';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import type { OwnPosting } from './own-posting-page';
import { overviewMessages } from './overview.messages';

const TEXTS = ['duties', 'conditions', 'workConditions'] as const;

/** What the posting says. */
export function ContentSection({ posting }: { readonly posting: OwnPosting }) {
  const text = useText(overviewMessages);
  const words = usePostingWords();
  const format = useFormat();
  const locale = useLocale();
  const { pay, region, address, headcount, source, benefits, requirements } = posting;
  return (
    <Section title={text('content')}>
      <Facts
        facts={[
          {
            label: text('pay'),
            value: pay && [words.pay(pay), words.payMonths(pay)].filter(Boolean).join(' · '),
          },
          { label: text('place'), value: [region?.fullName, address].filter(Boolean).join(' ') },
          {
            label: text('engagement'),
            value: posting.engagementType && words.engagement(posting.engagementType),
          },
          { label: text('headcount'), value: headcount && text('people', { count: headcount }) },
          { label: text('occupation'), value: posting.occupation?.name },
          { label: text('education'), value: words.education(posting.educationLevel) },
          { label: text('experience'), value: words.experience(posting.experienceYearsMin) },
          {
            label: text('validThrough'),
            value: posting.validThrough && format.date(posting.validThrough),
          },
          { label: text('startsOn'), value: posting.startsOn && format.date(posting.startsOn) },
          {
            label: text('publishedAt'),
            value: posting.publishedAt && format.dateTime(posting.publishedAt),
          },
          { label: text('source'), value: source?.name },
          { label: text('benefits'), value: benefits.join(locale === 'en' ? ', ' : '、') },
        ]}
      />
      {TEXTS.map(
        (name) =>
          posting[name] !== null && (
            <div key={name} className="gq-own-posting-text">
              <h3>{text(name)}</h3>
              <p>{posting[name]}</p>
            </div>
          ),
      )}
      {requirements.length > 0 && (
        <div className="gq-own-posting-text">
          <h3>{text('requirements')}</h3>
          <ul>
            {requirements.map(({ id, label, minimum, isRequired, weight }) => (
              <li key={id}>
                {minimum === null ? label : text('years', { label, minimum })}
                {' · '}
                {isRequired ? text('must') : text('nice', { weight })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
