import type { ReactNode } from 'react';
import type { CandidateWholeFragment } from '@/graphql/generated/features/matching/employer/candidate';
import { useFormat } from '@/shared/format/use-format';
import { useLocale } from '@/shared/i18n/locale';
import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Page as Frame, Section } from '@/shared/ui/page';
import { candidateMessages } from './candidate.messages';
import { useCandidateWords } from './use-candidate-words';
import './recommended.css';

type Profile = CandidateWholeFragment;

export interface CandidateViewProps {
  readonly profile: Profile;
  readonly actions?: ReactNode;
  readonly back: ReactNode;
}

/** All that somebody shows to employers. */
export function CandidateView({ profile, actions, back }: CandidateViewProps) {
  const text = useText(candidateMessages);
  const { relative, date } = useFormat();
  const { headline, summary, homeRegion, availableFrom, experienceYears } = profile;
  return (
    <Frame
      title={profile.fullName ?? text('nameless')}
      lead={[headline, text('updated', { at: relative(profile.updatedAt) })]
        .filter(Boolean)
        .join(' · ')}
      actions={actions}
    >
      <p>{text('contacts')}</p>
      <Section title={text('basics')}>
        <Facts
          facts={[
            { label: text('lives'), value: homeRegion?.fullName },
            { label: text('available'), value: availableFrom && date(availableFrom) },
            {
              label: text('experience'),
              value:
                experienceYears === null || experienceYears === 0
                  ? null
                  : text('years', { count: experienceYears }),
            },
          ]}
        />
        {summary && <p className="gq-recommended-words">{summary}</p>}
      </Section>
      <Parts profile={profile} />
      <p>{back}</p>
    </Frame>
  );
}

function Parts({ profile }: { readonly profile: Profile }) {
  const text = useText(candidateMessages);
  const locale = useLocale();
  const words = useCandidateWords();
  const { intentions, educations, experiences, skills, certificates } = profile;
  return (
    <>
      <Part title={text('wishes')} isEmpty={intentions.length === 0}>
        {intentions.map((wish) => (
          <Entry
            key={wish.id}
            title={wish.title ?? wish.occupation?.name}
            note={words.wish(wish)}
          />
        ))}
      </Part>
      <Part title={text('experiences')} isEmpty={experiences.length === 0}>
        {experiences.map((work) => (
          <Entry
            key={work.id}
            title={`${work.position} · ${work.employerName}`}
            note={words.span(work.startedOn, work.endedOn)}
          >
            {work.description}
          </Entry>
        ))}
      </Part>
      <Part title={text('educations')} isEmpty={educations.length === 0}>
        {educations.map((education) => (
          <Entry
            key={education.id}
            title={words.education(education)}
            note={words.span(education.startedOn, education.endedOn)}
          />
        ))}
      </Part>
      <Part title={text('skills')} isEmpty={skills.length === 0}>
        <Entry title={words.skills(skills)} note={null} />
      </Part>
      <Part title={text('certificates')} isEmpty={certificates.length === 0}>
        {certificates.map(({ id, name, issuer, issuedOn, skillLevel }) => (
          <Entry
            key={id}
            title={name}
            note={[
              skillLevel && (locale === 'en' ? skillLevel.englishName : skillLevel.name),
              issuer,
              words.day(issuedOn),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Part>
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

/** What the person says nothing of is left out. */
function Part({ title, isEmpty, children }: PartProps) {
  if (isEmpty) return null;
  return (
    <Section title={title}>
      <ul className="gq-recommended-entries">{children}</ul>
    </Section>
  );
}

interface EntryProps {
  readonly title: string | null | undefined;
  readonly note: string | null;
  readonly children?: ReactNode;
}

function Entry({ title, note, children }: EntryProps) {
  return (
    <li>
      <span>{title}</span>
      {note && <span className="gq-recommended-note">{note}</span>}
      {children && <p className="gq-recommended-words">{children}</p>}
    </li>
  );
}
