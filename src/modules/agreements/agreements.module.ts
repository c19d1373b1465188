import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { JobPostingsModule } from '../job-postings/index.js';
import { OrganisationsModule } from '../organisations/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { AgreementClock } from './agreement/agreement-clock.service.js';
import {
  AgreementFieldsResolver,
  AgreementPartyResolver,
  AgreementSignatureResolver,
} from './agreement/agreement-fields.resolver.js';
import { AgreementCourse } from './agreement/agreement-course.service.js';
import { AgreementCourseResolver } from './agreement/agreement-course.resolver.js';
import { AgreementStart } from './agreement/agreement-start.service.js';
import { AgreementParties } from './agreement/agreement-parties.service.js';
import { AgreementSteps } from './agreement/agreement-steps.service.js';
import { AgreementTexts } from './agreement/agreement-texts.service.js';
import { AgreementListener } from './agreement/agreement.listener.js';
import {
  AgreementClauseLoader,
  AgreementHistoryLoader,
  AgreementSignatureLoader,
} from './agreement/agreement.loader.js';
import { AgreementProcessor } from './agreement/agreement.processor.js';
import { AgreementReader } from './agreement/agreement.reader.js';
import { AgreementRepository } from './agreement/agreement.repository.js';
import { AgreementResolver } from './agreement/agreement.resolver.js';
import { AgreementService } from './agreement/agreement.service.js';
import { CeremonyBoardReader } from './ceremony/ceremony-board.reader.js';
import { CeremonyEventsController } from './ceremony/ceremony-events.controller.js';
import {
  CeremonyFieldsResolver,
  CeremonySignerResolver,
} from './ceremony/ceremony-fields.resolver.js';
import { CeremonyStreams } from './ceremony/ceremony-streams.service.js';
import { CeremonyListener } from './ceremony/ceremony.listener.js';
import { CeremonyPairLoader } from './ceremony/ceremony.loader.js';
import { CeremonyReader } from './ceremony/ceremony.reader.js';
import { CeremonyRepository } from './ceremony/ceremony.repository.js';
import { CeremonyResolver } from './ceremony/ceremony.resolver.js';
import { CeremonyService } from './ceremony/ceremony.service.js';
import { COMMENTS } from './comments/comment.providers.js';
import { AgreementEvidenceModule } from './evidence/evidence.module.js';
import {
  AgreementAnnexLoader,
  AgreementAnnexReader,
} from './negotiation/agreement-annex.reader.js';
import {
  AgreementAnnexesResolver,
  AgreementAnnexFieldsResolver,
} from './negotiation/agreement-annexes.resolver.js';
import { AgreementInternshipResolver } from './internship/internship.resolver.js';
import { InternshipCheckRepository } from './internship/internship-check.repository.js';
import { InternshipGuard } from './internship/internship-guard.service.js';
import { InternshipLoader } from './internship/internship.loader.js';
import { InternshipReader } from './internship/internship.reader.js';
import { ProposalChecks } from './negotiation/proposal-checks.service.js';
import { AgreementNegotiationService } from './negotiation/agreement-negotiation.service.js';
import { AgreementProposalService } from './negotiation/agreement-proposal.service.js';
import { AgreementVersionReader } from './negotiation/agreement-version.reader.js';
import { AgreementVersionRepository } from './negotiation/agreement-version.repository.js';
import {
  AgreementVersionFieldsResolver,
  AgreementVersionsResolver,
} from './negotiation/agreement-versions.resolver.js';
import { VersionTextReader } from './negotiation/version-text.reader.js';
import { AgreementVersionLoader, VersionClauseLoader } from './negotiation/version.loader.js';
import { ObligationFiguresReader } from './obligations/obligation-figures.reader.js';
import { ObligationWatch } from './obligations/obligation-watch.service.js';
import {
  ObligationEntryLoader,
  ObligationLoader,
  ObligationRecordLoader,
} from './obligations/obligation.loader.js';
import { ObligationProcessor } from './obligations/obligation.processor.js';
import { ObligationReader } from './obligations/obligation.reader.js';
import { ObligationRepository } from './obligations/obligation.repository.js';
import {
  AgreementObligationsResolver,
  ObligationFieldsResolver,
  ObligationResolver,
} from './obligations/obligation.resolver.js';
import { ObligationService } from './obligations/obligation.service.js';
import { AgreementCalendarController } from './calendar/agreement-calendar.controller.js';
import { AgreementCalendarResolver } from './calendar/agreement-calendar.resolver.js';
import { AgreementCalendars } from './calendar/agreement-calendars.service.js';
import { AgreementPostingsService } from './postings/agreement-postings.service.js';
import { RegistryCounts } from './registry/registry-counts.service.js';
import { RegistryExport } from './registry/registry-export.service.js';
import { RegistryReader } from './registry/registry.reader.js';
import { RegistryResolver } from './registry/registry.resolver.js';
import { RegistryService } from './registry/registry.service.js';
import { AmendmentResolver } from './succession/amendment.resolver.js';
import { AmendmentService } from './succession/amendment.service.js';
import { RenewalTexts } from './succession/renewal-texts.service.js';
import { RenewalResolver } from './succession/renewal.resolver.js';
import { RenewalService } from './succession/renewal.service.js';
import { SuccessionLoader } from './succession/succession.loader.js';
import { SuccessorDrafts } from './succession/successor-drafts.service.js';
import { SuccessorReader } from './succession/successor.reader.js';
import { SuccessorTexts } from './succession/successor-texts.service.js';
import { AgreementSigningService } from './signing/agreement-signing.service.js';
import { SignatoryReader } from './signing/signatory.reader.js';
import { SignatoryRepository } from './signing/signatory.repository.js';
import { DelegationRepository } from './signing/delegation.repository.js';
import { DelegationService } from './signing/delegation.service.js';
import { IndependentPeople } from './signing/independent-people.service.js';
import { MyTurns } from './signing/my-turns.service.js';
import { PaperCopyRepository } from './signing/paper-copy.repository.js';
import { PaperCopyService } from './signing/paper-copy.service.js';
import {
  DelegationFieldsResolver,
  PaperCopyFieldsResolver,
  SignatoryFieldsResolver,
} from './signing/signatory-fields.resolver.js';
import {
  ActiveDelegationLoader,
  AgreementSignatoryLoader,
  SignatoryDelegationLoader,
  SignatoryLinkLoader,
  SignatoryPaperLoader,
} from './signing/signatory.loader.js';
import { SignatureRecorder } from './signing/signature-recorder.service.js';
import { SigningArrangementService } from './signing/signing-arrangement.service.js';
import { SigningAuthority } from './signing/signing-authority.service.js';
import { SigningClock } from './signing/signing-clock.service.js';
import { SigningCodeLimits } from './signing/signing-code-limits.service.js';
import { SigningCodeSender } from './signing/signing-code-sender.service.js';
import { SigningInvitationService } from './signing/signing-invitation.service.js';
import { SigningLinkRepository } from './signing/signing-link.repository.js';
import { SigningLinkService } from './signing/signing-link.service.js';
import { SigningLinksResolver } from './signing/signing-links.resolver.js';
import { SigningPapersResolver } from './signing/signing-papers.resolver.js';
import { SigningRefusals } from './signing/signing-refusals.service.js';
import { SigningSessionFieldsResolver } from './signing/signing-session-fields.resolver.js';
import { SigningSessionRepository } from './signing/signing-session.repository.js';
import { SigningSessionService } from './signing/signing-session.service.js';
import { SigningTurnsResolver } from './signing/signing-turns.resolver.js';
import { SigningTurnsService } from './signing/signing-turns.service.js';
import { AffectedAgreementsReader } from './signing/affected-agreements.reader.js';
import { DepartedSignatories } from './signing/departed-signatories.service.js';
import { PartyListener } from './signing/party.listener.js';
import { PartyStanding } from './signing/party-standing.service.js';
import { SigningListener } from './signing/signing.listener.js';
import { SigningProcessor } from './signing/signing.processor.js';
import { SigningResolver } from './signing/signing.resolver.js';
import { TurnTeller } from './signing/turn-teller.service.js';
import { TEMPLATES } from './templates/template.providers.js';

const AGREEMENT = [
  AgreementRepository,
  AgreementReader,
  AgreementSignatureLoader,
  AgreementClauseLoader,
  AgreementHistoryLoader,
  AgreementSteps,
  AgreementParties,
  AgreementTexts,
  AgreementService,
  AgreementCourse,
  AgreementCourseResolver,
  AgreementStart,
  AgreementClock,
  AgreementListener,
  AgreementProcessor,
  AgreementResolver,
  AgreementFieldsResolver,
  AgreementPartyResolver,
  AgreementSignatureResolver,
];
const NEGOTIATION = [
  AgreementVersionRepository,
  AgreementVersionReader,
  AgreementAnnexReader,
  AgreementAnnexLoader,
  AgreementAnnexesResolver,
  AgreementAnnexFieldsResolver,
  AgreementNegotiationService,
  AgreementProposalService,
  VersionTextReader,
  AgreementVersionLoader,
  VersionClauseLoader,
  AgreementVersionsResolver,
  AgreementVersionFieldsResolver,
  ProposalChecks,
];
const SIGNING = [
  SignatoryRepository,
  SignatoryReader,
  AgreementSignatoryLoader,
  ActiveDelegationLoader,
  SignatoryDelegationLoader,
  SignatoryLinkLoader,
  SignatoryPaperLoader,
  MyTurns,
  TurnTeller,
  SignatureRecorder,
  SigningAuthority,
  IndependentPeople,
  AgreementSigningService,
  SigningArrangementService,
  SigningTurnsService,
  SigningClock,
  AffectedAgreementsReader,
  PartyStanding,
  DepartedSignatories,
  PartyListener,
  SigningListener,
  SigningProcessor,
  SignatoryFieldsResolver,
  SigningResolver,
  SigningTurnsResolver,
];
const SIGNING_SESSIONS = [
  SigningSessionRepository,
  SigningSessionService,
  SigningSessionFieldsResolver,
  SigningCodeSender,
  SigningCodeLimits,
  SigningRefusals,
  SigningLinkRepository,
  SigningLinkService,
  SigningInvitationService,
  SigningLinksResolver,
];
const SIGNING_PAPERS = [
  DelegationRepository,
  DelegationService,
  DelegationFieldsResolver,
  PaperCopyRepository,
  PaperCopyService,
  PaperCopyFieldsResolver,
  SigningPapersResolver,
];
const OBLIGATIONS = [
  ObligationRepository,
  ObligationReader,
  ObligationFiguresReader,
  ObligationLoader,
  ObligationRecordLoader,
  ObligationEntryLoader,
  ObligationService,
  ObligationWatch,
  ObligationProcessor,
  ObligationResolver,
  AgreementObligationsResolver,
  ObligationFieldsResolver,
];
const INTERNSHIP = [
  InternshipReader,
  InternshipCheckRepository,
  InternshipLoader,
  InternshipGuard,
  AgreementInternshipResolver,
];
const SUCCESSION = [
  SuccessorReader,
  SuccessorTexts,
  SuccessorDrafts,
  SuccessionLoader,
  RenewalTexts,
  RenewalService,
  RenewalResolver,
  AmendmentService,
  AmendmentResolver,
];
const REGISTRY = [
  RegistryReader,
  RegistryService,
  RegistryCounts,
  RegistryExport,
  RegistryResolver,
];
const CEREMONY = [
  CeremonyReader,
  CeremonyBoardReader,
  CeremonyPairLoader,
  CeremonyRepository,
  CeremonyService,
  CeremonyStreams,
  CeremonyListener,
  CeremonyResolver,
  CeremonyFieldsResolver,
  CeremonySignerResolver,
];
const POSTINGS = [AgreementPostingsService];

@Module({
  imports: [
    ReferenceDataModule,
    IdentityModule,
    OrganisationsModule,
    JobPostingsModule,
    AgreementEvidenceModule,
  ],
  controllers: [CeremonyEventsController, AgreementCalendarController],
  providers: [
    ...AGREEMENT,
    ...NEGOTIATION,
    ...COMMENTS,
    ...TEMPLATES,
    ...SIGNING,
    ...SIGNING_SESSIONS,
    ...SIGNING_PAPERS,
    ...OBLIGATIONS,
    ...INTERNSHIP,
    ...SUCCESSION,
    AgreementCalendars,
    AgreementCalendarResolver,
    ...REGISTRY,
    ...CEREMONY,
    ...POSTINGS,
  ],
  exports: [AgreementReader],
})
export class AgreementsModule {}
