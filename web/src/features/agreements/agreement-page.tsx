import type { ComponentType, ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { InvitedFairsSection } from '@/features/activities/invited-fairs-section';
import { Agreement } from '@/graphql/generated/features/agreements/agreement';
import { useOperation } from '@/shared/graphql/query';
import { useText } from '@/shared/i18n/messages';
import { Page as Frame } from '@/shared/ui/page';
import { EmptyState, Loaded } from '@/shared/ui/states';
import type { AgreementSectionProps } from './agreement-section';
import { AgreementStateBadge } from './agreement-state';
import { AgreementSteps } from './agreement-steps';
import { agreementMessages } from './agreement.messages';
import { OrderClassSection } from './enrolment/order-class-section';
import { CourseSection } from './course/course-section';
import { FilesSection } from './evidence/files-section';
import { HistorySection } from './history/history-section';
import { InternshipSection } from './internship/internship-section';
import { ObligationsSection } from './obligations/obligations-section';
import { OverviewSection } from './overview/overview-section';
import { SignaturesSection } from './signing/signatures-section';
import { TextSection } from './text/text-section';
import { VersionsSection } from './versions/versions-section';
import './agreements.css';

/** From top to bottom; one that has nothing to show returns null. */
const SECTIONS: readonly ComponentType<AgreementSectionProps>[] = [
  OverviewSection,
  CourseSection,
  SignaturesSection,
  InternshipSection,
  ObligationsSection,
  OrderClassSection,
  InvitedFairsSection,
  TextSection,
  VersionsSection,
  FilesSection,
  HistorySection,
];

export function Page() {
  const text = useText(agreementMessages);
  const { organisationId = '', agreementId = '' } = useParams();
  const query = useOperation(Agreement, { id: agreementId });
  const back = <Link to={`/work/${organisationId}/agreements`}>{text('back')}</Link>;
  return (
    <Loaded of={query}>
      {({ agreement }) =>
        agreement === null || agreement === undefined ? (
          <Frame title={text('gone')}>
            <EmptyState title={text('goneText')}>{back}</EmptyState>
          </Frame>
        ) : (
          <AgreementView agreement={agreement} organisationId={organisationId} back={back} />
        )
      }
    </Loaded>
  );
}

interface AgreementViewProps extends AgreementSectionProps {
  readonly back?: ReactNode;
}

/** An agreement as a member of a party sees it; `organisationId` is empty for a person who is a party himself. */
export function AgreementView({ agreement, organisationId, back }: AgreementViewProps) {
  return (
    <Frame
      title={agreement.title}
      lead={
        <>
          <AgreementStateBadge state={agreement.state} /> {agreement.agreementNumber}
        </>
      }
      actions={<AgreementSteps agreement={agreement} organisationId={organisationId} />}
    >
      {SECTIONS.map((Shown, place) => (
        <Shown key={place} agreement={agreement} organisationId={organisationId} />
      ))}
      {back}
    </Frame>
  );
}
