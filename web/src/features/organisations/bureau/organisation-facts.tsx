import type {
  AccountClass,
  OrganisationKind,
  OrganisationStanding,
} from '@/graphql/generated/features/organisations/bureau/verification';
import { useFormat } from '@/shared/format/use-format';
import { useText } from '@/shared/i18n/messages';
import { Badge, type Tone } from '@/shared/ui/badge';
import { Facts } from '@/shared/ui/facts';
import { lastInstant } from '../own/own-tones';
import { registryWords } from './registry-words.messages';

const TONES: Readonly<Record<OrganisationStanding, Tone>> = {
  VERIFIED: 'good',
  UNVERIFIED: 'neutral',
  LAPSED: 'warn',
  SUSPENDED: 'bad',
};

export function StandingBadge({ standing }: { readonly standing: OrganisationStanding }) {
  const text = useText(registryWords);
  return <Badge tone={TONES[standing]}>{text(`standing_${standing}`)}</Badge>;
}

export interface OrganisationFactsProps {
  readonly organisation: {
    readonly kind: OrganisationKind;
    readonly accountClass: AccountClass;
    readonly standing: OrganisationStanding;
    readonly unifiedSocialCreditCode: string;
    readonly verifiedUntil: string | null;
    readonly hrServiceLicence: string | null;
    readonly address: string | null;
    readonly website: string | null;
    readonly createdAt: string;
    readonly region: { readonly fullName: string } | null;
    readonly industry: { readonly name: string } | null;
    readonly college?: { readonly name: string } | null;
    readonly contact: {
      readonly name: string | null;
      readonly phone: string | null;
      readonly email: string | null;
    } | null;
  };
}

/** Who an organisation says it is. */
export function OrganisationFacts({ organisation }: OrganisationFactsProps) {
  const text = useText(registryWords);
  const { date } = useFormat();
  const { contact, verifiedUntil } = organisation;
  const reach = [contact?.name, contact?.phone, contact?.email].filter(Boolean).join(' · ');
  return (
    <Facts
      facts={[
        { label: text('kind'), value: text(`kind_${organisation.kind}`) },
        { label: text('code'), value: organisation.unifiedSocialCreditCode },
        { label: text('region'), value: organisation.region?.fullName },
        { label: text('class'), value: text(`class_${organisation.accountClass}`) },
        { label: text('standing'), value: <StandingBadge standing={organisation.standing} /> },
        {
          label: text('verifiedUntil'),
          value: verifiedUntil && date(lastInstant(verifiedUntil)),
        },
        { label: text('college'), value: organisation.college?.name },
        { label: text('industry'), value: organisation.industry?.name },
        { label: text('licence'), value: organisation.hrServiceLicence },
        { label: text('address'), value: organisation.address },
        { label: text('website'), value: organisation.website },
        { label: text('contact'), value: reach },
        { label: text('registeredAt'), value: date(organisation.createdAt) },
      ]}
    />
  );
}
