import { useText } from '@/shared/i18n/messages';
import { Facts } from '@/shared/ui/facts';
import { Section } from '@/shared/ui/page';
import { organisationWordsMessages } from '../../public/organisation-words.messages';
import { particularsMessages } from './particulars.messages';
import type { OwnOrganisationRecord } from './particulars-values';

/** For members who may not change them. */
export function ParticularsFacts({
  organisation,
}: {
  readonly organisation: OwnOrganisationRecord;
}) {
  const text = useText(particularsMessages);
  const words = useText(organisationWordsMessages);
  const { contact, sizeBand } = organisation;
  return (
    <>
      <p className="gq-lead">{text('readOnly')}</p>
      <Section title={text('identity')}>
        <Facts
          facts={[
            { label: text('name'), value: organisation.name },
            { label: text('kind'), value: words(`kind_${organisation.kind}`) },
            { label: text('code'), value: organisation.unifiedSocialCreditCode },
            { label: text('accountClass'), value: words(`class_${organisation.accountClass}`) },
            { label: text('licence'), value: organisation.hrServiceLicence },
            { label: text('region'), value: organisation.region?.displayName },
            { label: text('college'), value: organisation.college?.name },
          ]}
        />
      </Section>
      <Section title={text('contactPerson')}>
        <Facts
          facts={[
            { label: text('contactName'), value: contact?.name },
            { label: text('contactPhone'), value: contact?.phone },
            { label: text('contactEmail'), value: contact?.email },
          ]}
        />
      </Section>
      <Section title={text('about')}>
        <Facts
          facts={[
            { label: text('industry'), value: organisation.industry?.name },
            { label: text('size'), value: sizeBand && words(`size_${sizeBand}`) },
            { label: text('address'), value: organisation.address },
            { label: text('website'), value: organisation.website },
            { label: text('description'), value: organisation.description },
          ]}
        />
      </Section>
    </>
  );
}
