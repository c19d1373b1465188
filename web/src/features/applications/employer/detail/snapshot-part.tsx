import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { employerWordsMessages } from '../employer-words.messages';
import type { Application } from './application-detail';
import { detailMessages } from './detail.messages';

const PROFICIENCIES = ['BASIC', 'SKILLED', 'EXPERT'] as const;

/** The profile as it was when the person applied. */
export function SnapshotPart({ application }: { readonly application: Application }) {
  const text = useText(detailMessages);
  const employer = useText(employerWordsMessages);
  const format = useFormat();
  const { applicant, coverNote } = application;
  if (applicant === null) return <p>{employer('noConsentText')}</p>;
  const { headline, summary, phone, email, availableFrom, educations, experiences, skills } =
    applicant;
  const skilled = skills.map(({ name, proficiency }) => {
    const known = PROFICIENCIES.find((level) => level === proficiency);
    return known === undefined ? name : `${name}（${text(`proficiency_${known}`)}）`;
  });
  return (
    <section>
      <h3>{text('profile')}</h3>
      <p className="gq-candidate-soft">
        {text('takenAt', { at: format.dateTime(applicant.takenAt) })}
      </p>
      {headline && <p>{headline}</p>}
      <Facts
        facts={[
          { label: text('phone'), value: phone && <a href={`tel:${phone}`}>{phone}</a> },
          { label: text('email'), value: email && <a href={`mailto:${email}`}>{email}</a> },
          { label: text('availableFrom'), value: availableFrom && format.date(availableFrom) },
        ]}
      />
      <TextPart title={text('coverNote')} value={coverNote} />
      <TextPart title={text('summary')} value={summary} />
      {educations.length > 0 && (
        <>
          <h4>{text('educations')}</h4>
          <ul>
            {educations.map(({ institution, major, level }) => (
              <li key={`${institution} ${major} ${level}`}>
                {[institution, major, level].filter(Boolean).join(' · ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {experiences.length > 0 && (
        <>
          <h4>{text('experiences')}</h4>
          <ul>
            {experiences.map(({ employerName, position, description }) => (
              <li key={`${employerName} ${position}`}>
                {employerName} · {position}
                {description && <p className="gq-candidate-soft">{description}</p>}
              </li>
            ))}
          </ul>
        </>
      )}
      {skilled.length > 0 && (
        <>
          <h4>{text('skills')}</h4>
          <p>{skilled.join('、')}</p>
        </>
      )}
    </section>
  );
}

function TextPart({ title, value }: { readonly title: string; readonly value: string | null }) {
  if (!value) return null;
  return (
    <>
      <h4>{title}</h4>
      <p className="gq-candidate-text">{value}</p>
    </>
  );
}
