import { Link } from 'react-router';
import type { PublicOrganisationQuery } from '@/graphql/generated/features/organisations/public/organisation';
import { useFormat } from '@/shared/format/use-format';
import { useHead } from '@/shared/head/head';
import { useText } from '@/shared/i18n/messages';
import { Badge } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { OrganisationPostingList } from './organisation-posting-list';
import { organisationWordsMessages } from './organisation-words.messages';
import { publicOrganisationMessages } from './public-organisation.messages';

type Organisation = NonNullable<PublicOrganisationQuery['organisation']>;

export interface OrganisationProps {
  readonly organisation: Organisation;
}

/** Who an organisation is, whether it is verified, and what it offers. */
export function OrganisationView({ organisation }: OrganisationProps) {
  const text = useText(publicOrganisationMessages);
  const word = useText(organisationWordsMessages);
  const { name, kind, standing, description, viewerCan } = organisation;
  useHead({
    title: name,
    description: text('description', { name }),
    structuredData: structuredDataOf(organisation),
  });
  return (
    <article className="gq-page">
      <header className="gq-page-header">
        <div>
          <h1>{name}</h1>
          <p className="gq-posting-marks">
            <Badge tone={standing === 'VERIFIED' ? 'good' : 'warn'}>
              {word(`standing_${standing}`)}
            </Badge>
            <Badge>{word(`kind_${kind}`)}</Badge>
          </p>
        </div>
        {viewerCan.seeInternals && (
          <Link className="gq-button gq-button-plain" to={`/work/${organisation.id}`}>
            {text('workspace')}
          </Link>
        )}
      </header>
      <Verification organisation={organisation} />
      {description !== null && (
        <section className="gq-card">
          <h2>{text('about')}</h2>
          <p className="gq-posting-text">{description}</p>
        </section>
      )}
      <Particulars organisation={organisation} />
      <OrganisationPostingList organisationId={organisation.id} />
    </article>
  );
}

function Verification({ organisation }: OrganisationProps) {
  const text = useText(publicOrganisationMessages);
  const word = useText(organisationWordsMessages);
  const { date } = useFormat();
  const { standing, verifiedAt, verifiedUntil } = organisation;
  return (
    <section className="gq-card">
      <h2>{text('verification')}</h2>
      <p>{text(standing === 'VERIFIED' ? 'verifiedText' : `${standing}Text`)}</p>
      <Facts
        facts={[
          { label: text('verifiedAt'), value: verifiedAt && date(verifiedAt) },
          {
            label: text('verifiedUntil'),
            value: standing === 'VERIFIED' && verifiedUntil ? date(verifiedUntil) : null,
          },
          { label: text('creditCode'), value: organisation.unifiedSocialCreditCode },
          { label: text('licence'), value: organisation.hrServiceLicence },
          { label: text('accountClass'), value: word(`class_${organisation.accountClass}`) },
        ]}
      />
    </section>
  );
}

function Particulars({ organisation }: OrganisationProps) {
  const text = useText(publicOrganisationMessages);
  const word = useText(organisationWordsMessages);
  const { date } = useFormat();
  const { sizeBand, website, college, industry, region, address, answerRecord } = organisation;
  const { annualGraduateIntakeMin: min, annualGraduateIntakeMax: max } = organisation;
  const intake =
    min !== null && max !== null
      ? text('intakeRange', { min, max })
      : min !== null
        ? text('intakeFrom', { min })
        : max !== null
          ? text('intakeUpTo', { max })
          : null;
  return (
    <section className="gq-card">
      <h2 className="gq-posting-heading">{text('particulars')}</h2>
      <Facts
        facts={[
          { label: text('industry'), value: industry?.name },
          { label: text('size'), value: sizeBand && word(`size_${sizeBand}`) },
          { label: text('region'), value: region?.fullName },
          { label: text('address'), value: address },
          { label: text('college'), value: college?.name },
          { label: text('intake'), value: intake },
          {
            label: text('website'),
            value:
              website !== null && /^https?:\/\//.test(website) ? (
                <a href={website} target="_blank" rel="noreferrer nofollow">
                  {website}
                </a>
              ) : (
                website
              ),
          },
          {
            label: text('answers'),
            value: answerRecord && text('answersInTime', { ...answerRecord }),
          },
          { label: text('registered'), value: date(organisation.createdAt) },
        ]}
      />
    </section>
  );
}

function structuredDataOf({ name, website, unifiedSocialCreditCode }: Organisation): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name,
    taxID: unifiedSocialCreditCode,
    ...(website === null ? {} : { sameAs: website }),
  };
}
