import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { ReferenceDataModule } from '../reference-data/index.js';
import { ApiKeyReader } from './api-key/api-key.reader.js';
import { ApiKeyRepository } from './api-key/api-key.repository.js';
import { ApiKeyResolver, DelegablePermissionsResolver } from './api-key/api-key.resolver.js';
import { ApiKeyService } from './api-key/api-key.service.js';
import { OrganisationKeySource } from './api-key/organisation-key.source.js';
import {
  InvitationFieldsResolver,
  ViewerInvitationsResolver,
} from './invitation/invitation-fields.resolver.js';
import { InvitationAnswers } from './invitation/invitation-answers.service.js';
import { InvitationMailService } from './invitation/invitation-mail.service.js';
import { InvitationSteps } from './invitation/invitation-steps.service.js';
import { InvitationTokens } from './invitation/invitation-tokens.js';
import { InvitationListener } from './invitation/invitation.listener.js';
import { InvitationProcessor } from './invitation/invitation.processor.js';
import { InvitationReader } from './invitation/invitation.reader.js';
import { InvitationRepository } from './invitation/invitation.repository.js';
import { InvitationResolver } from './invitation/invitation.resolver.js';
import { InvitationService } from './invitation/invitation.service.js';
import {
  MemberFieldsResolver,
  ViewerOrganisationsResolver,
} from './member/member-fields.resolver.js';
import { MemberReader } from './member/member.reader.js';
import { MemberRepository } from './member/member.repository.js';
import { MemberResolver } from './member/member.resolver.js';
import { MemberService } from './member/member.service.js';
import { MembershipGrantSource } from './member/membership-grant.source.js';
import { MembershipService } from './member/membership.service.js';
import { OrganisationsPersonalData } from './member/organisations-personal-data.js';
import { OrganisationAccess } from './organisation/organisation-access.js';
import { OrganisationContactReader } from './organisation/organisation-contact.reader.js';
import { OrganisationFieldsResolver } from './organisation/organisation-fields.resolver.js';
import { OrganisationHistoryReader } from './organisation/organisation-history.reader.js';
import { OrganisationHistoryResolver } from './organisation/organisation-history.resolver.js';
import { OrganisationParticulars } from './organisation/organisation-particulars.js';
import {
  OrganisationContactLoader,
  OrganisationLoader,
} from './organisation/organisation.loader.js';
import { OrganisationReader } from './organisation/organisation.reader.js';
import { OrganisationRepository } from './organisation/organisation.repository.js';
import { OrganisationResolver } from './organisation/organisation.resolver.js';
import { OrganisationService } from './organisation/organisation.service.js';
import { RegistrationService } from './organisation/registration.service.js';
import { StandingResolver } from './organisation/standing.resolver.js';
import { StandingService } from './organisation/standing.service.js';
import { SuspensionService } from './organisation/suspension.service.js';
import { RecheckMailService } from './verification/recheck-mail.service.js';
import { RecheckListener } from './verification/recheck.listener.js';
import { RecheckProcessor } from './verification/recheck.processor.js';
import { RecheckRepository } from './verification/recheck.repository.js';
import { RecheckService } from './verification/recheck.service.js';
import { VerificationDecisionsResolver } from './verification/verification-decisions.resolver.js';
import { VerificationDecisions } from './verification/verification-decisions.service.js';
import { VerificationDetailsReader } from './verification/verification-details.reader.js';
import { VerificationEvidenceResolver } from './verification/verification-evidence.resolver.js';
import { VerificationFieldsResolver } from './verification/verification-fields.resolver.js';
import { VerificationSteps } from './verification/verification-steps.service.js';
import {
  VerificationEvidenceLoader,
  VerificationHistoryLoader,
} from './verification/verification.loader.js';
import { VerificationReader } from './verification/verification.reader.js';
import { VerificationRepository } from './verification/verification.repository.js';
import { VerificationResolver } from './verification/verification.resolver.js';
import { VerificationService } from './verification/verification.service.js';

/** The organisations of the market: who they are, who acts for them, and whether the bureau has verified them. */
@Module({
  imports: [IdentityModule, ReferenceDataModule],
  providers: [
    ApiKeyReader,
    ApiKeyRepository,
    ApiKeyResolver,
    ApiKeyService,
    DelegablePermissionsResolver,
    InvitationAnswers,
    InvitationFieldsResolver,
    InvitationListener,
    InvitationMailService,
    InvitationProcessor,
    InvitationReader,
    InvitationRepository,
    InvitationResolver,
    InvitationService,
    InvitationSteps,
    InvitationTokens,
    MemberFieldsResolver,
    MemberReader,
    MemberRepository,
    MemberResolver,
    MemberService,
    MembershipGrantSource,
    MembershipService,
    OrganisationAccess,
    OrganisationContactLoader,
    OrganisationContactReader,
    OrganisationFieldsResolver,
    OrganisationHistoryReader,
    OrganisationHistoryResolver,
    OrganisationKeySource,
    OrganisationLoader,
    OrganisationParticulars,
    OrganisationReader,
    OrganisationRepository,
    OrganisationResolver,
    OrganisationService,
    OrganisationsPersonalData,
    RecheckListener,
    RecheckMailService,
    RecheckProcessor,
    RecheckRepository,
    RecheckService,
    RegistrationService,
    StandingResolver,
    StandingService,
    SuspensionService,
    VerificationDecisions,
    VerificationDecisionsResolver,
    VerificationDetailsReader,
    VerificationEvidenceLoader,
    VerificationEvidenceResolver,
    VerificationFieldsResolver,
    VerificationHistoryLoader,
    VerificationReader,
    VerificationRepository,
    VerificationResolver,
    VerificationService,
    VerificationSteps,
    ViewerInvitationsResolver,
    ViewerOrganisationsResolver,
  ],
  exports: [OrganisationLoader, OrganisationReader],
})
export class OrganisationsModule {}
