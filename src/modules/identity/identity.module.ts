import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ActorResolver } from '../../core/auth/index.js';
import { AccountProvisioning } from './account/account-provisioning.service.js';
import { AccountLoader } from './account/account.loader.js';
import { AccountReader } from './account/account.reader.js';
import { AccountRepository } from './account/account.repository.js';
import { AccountResolver } from './account/account.resolver.js';
import { AccountService } from './account/account.service.js';
import { AccountRecordReader } from './account/account-record.reader.js';
import { AccountRecordResolver } from './account/account-record.resolver.js';
import { IdentityPersonalData } from './account/identity-personal-data.js';
import { RegistrationAdmissionService } from './account/registration-admission.service.js';
import { RegistrationResolver } from './account/registration.resolver.js';
import { RegistrationService } from './account/registration.service.js';
import { CreateAdminCommand } from './cli/create-admin.command.js';
import { SecretPrompt } from './cli/secret-prompt.js';
import { ContactRepository } from './contact/contact.repository.js';
import { ContactResolver } from './contact/contact.resolver.js';
import { ContactService } from './contact/contact.service.js';
import { DataExportController } from './export/data-export.controller.js';
import { DataExportRepository } from './export/data-export.repository.js';
import { DataExportResolver } from './export/data-export.resolver.js';
import { DataExportService } from './export/data-export.service.js';
import { IdentityLimits } from './identity.limits.js';
import { IdentityMaintenanceProcessor } from './maintenance/identity-maintenance.processor.js';
import { IdentityMaintenanceService } from './maintenance/identity-maintenance.service.js';
import { IdentityMessageListener } from './message/identity-message.listener.js';
import { IdentityMessageProcessor } from './message/identity-message.processor.js';
import { IdentityMessageRepository } from './message/identity-message.repository.js';
import { IdentityMessageService } from './message/identity-message.service.js';
import { OneTimeCodeRepository } from './one-time-code/one-time-code.repository.js';
import { OneTimeCodeResolver } from './one-time-code/one-time-code.resolver.js';
import { OneTimeCodeService } from './one-time-code/one-time-code.service.js';
import { PasswordHasher } from './password/password-hasher.js';
import { PasswordResolver } from './password/password.resolver.js';
import { PasswordService } from './password/password.service.js';
import { PrivacyConsentRepository } from './privacy-notice/privacy-consent.repository.js';
import { PrivacyConsentService } from './privacy-notice/privacy-consent.service.js';
import { PrivacyNoticeReader } from './privacy-notice/privacy-notice.reader.js';
import { PrivacyNoticeResolver } from './privacy-notice/privacy-notice.resolver.js';
import { ProofService } from './proof/proof.service.js';
import { RefusalAudit } from './proof/refusal-audit.service.js';
import { SessionActorResolver } from './session/session-actor-resolver.js';
import { SessionAnswer } from './session/session-answer.js';
import { SessionReader } from './session/session.reader.js';
import { SessionRepository } from './session/session.repository.js';
import { SessionResolver } from './session/session.resolver.js';
import { SessionService } from './session/session.service.js';
import { SignInService } from './session/sign-in.service.js';

/** Who is who: accounts, their contacts and passwords, the devices they are signed in on. Global for `ActorResolver`. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [DataExportController],
  providers: [
    { provide: ActorResolver, useExisting: SessionActorResolver },
    AccountLoader,
    AccountProvisioning,
    AccountReader,
    AccountRecordReader,
    AccountRecordResolver,
    AccountRepository,
    AccountResolver,
    AccountService,
    ContactRepository,
    ContactResolver,
    ContactService,
    CreateAdminCommand,
    DataExportRepository,
    DataExportResolver,
    DataExportService,
    IdentityLimits,
    IdentityMaintenanceProcessor,
    IdentityMaintenanceService,
    IdentityMessageListener,
    IdentityMessageProcessor,
    IdentityMessageRepository,
    IdentityMessageService,
    IdentityPersonalData,
    OneTimeCodeRepository,
    OneTimeCodeResolver,
    OneTimeCodeService,
    PasswordHasher,
    PasswordResolver,
    PasswordService,
    PrivacyConsentRepository,
    PrivacyConsentService,
    PrivacyNoticeReader,
    PrivacyNoticeResolver,
    ProofService,
    RefusalAudit,
    RegistrationAdmissionService,
    RegistrationResolver,
    RegistrationService,
    SecretPrompt,
    SessionActorResolver,
    SessionAnswer,
    SessionReader,
    SessionRepository,
    SessionResolver,
    SessionService,
    SignInService,
  ],
  exports: [AccountLoader, AccountProvisioning, AccountReader, ActorResolver],
})
export class IdentityModule {}
