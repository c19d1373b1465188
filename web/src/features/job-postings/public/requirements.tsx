import type { PublicPostingContentFragment } from '@/graphql/generated/features/job-postings/public/posting';
import { useText } from '@/shared/i18n/messages';
import { postingMessages } from './posting.messages';

type Requirement = PublicPostingContentFragment['requirements'][number];

/** What applicants must bring, and what helps. */
export function Requirements({ requirements }: { readonly requirements: readonly Requirement[] }) {
  const text = useText(postingMessages);
  if (requirements.length === 0) return null;
  return (
    <section className="gq-card">
      <h2>{text('requirements')}</h2>
      <Group title={text('must')} of={requirements.filter(({ isRequired }) => isRequired)} />
      <Group title={text('nice')} of={requirements.filter(({ isRequired }) => !isRequired)} />
    </section>
  );
}

function Group({ title, of }: { readonly title: string; readonly of: readonly Requirement[] }) {
  const text = useText(postingMessages);
  if (of.length === 0) return null;
  const kinds = [...new Set(of.map(({ kind }) => kind))];
  return (
    <>
      <h3 className="gq-posting-subheading">{title}</h3>
      <ul className="gq-posting-requirements">
        {kinds.map((kind) => (
          <li key={kind}>
            <span className="gq-posting-requirement-kind">{text(`kind_${kind}`)}</span>
            <ul className="gq-posting-tags">
              {of
                .filter((requirement) => requirement.kind === kind)
                .map(({ id, label, minimum }) => (
                  <li key={id}>
                    {label}
                    {minimum !== null && ` ${text('minimumYears', { count: minimum })}`}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
