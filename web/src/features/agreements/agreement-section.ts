import type { AgreementQuery } from '@/graphql/generated/features/agreements/agreement';

export type ShownAgreement = NonNullable<AgreementQuery['agreement']>;

/** What each section of an agreement's page is given; what it needs besides, it asks for itself. */
export interface AgreementSectionProps {
  readonly agreement: ShownAgreement;
  readonly organisationId: string;
}
