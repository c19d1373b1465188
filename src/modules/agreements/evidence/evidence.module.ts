import { Module } from '@nestjs/common';
import { IdentityModule } from '../../identity/index.js';
import { OrganisationsModule } from '../../organisations/index.js';
import { AgreementEventLoader, AgreementEventsReader } from './agreement-events.reader.js';
import {
  AgreementEventFieldsResolver,
  AgreementEvidenceFieldsResolver,
} from './agreement-evidence-fields.resolver.js';
import { AgreementPreviewController } from './agreement-preview.controller.js';
import { AgreementSealLoader } from './agreement-seal.loader.js';
import { AgreementDocuments } from './agreement-documents.service.js';
import { AgreementSealRepository } from './agreement-seal.repository.js';
import { AgreementSealer } from './agreement-sealer.service.js';
import { EvidenceBundleController } from './bundle/evidence-bundle.controller.js';
import { EvidenceBundles } from './bundle/evidence-bundle.service.js';
import { EvidenceListener } from './evidence.listener.js';
import { PrintableTexts } from './printable-texts.service.js';
import { SealKeeper } from './seal-keeper.service.js';
import { SealSteps } from './seal-steps.js';
import { SealWatch } from './seal-watch.service.js';
import { SignedAgreementReader } from './signed-agreement.reader.js';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import { AgreementEvents } from './agreement-events.service.js';
import { AgreementVerificationResolver } from './agreement-verification.resolver.js';
import { AgreementVerificationService } from './agreement-verification.service.js';
import { AllEventsVerifier } from './all-events-verifier.service.js';
import { AllSealsVerifier } from './all-seals-verifier.service.js';
import { EvidenceVerifier } from './evidence-verifier.service.js';
import { VerifyAgreementCommand } from './verify-agreement.command.js';
import { VerifyAgreementsCommand } from './verify-agreements.command.js';
import { Ed25519Signer } from './ed25519-signer.js';
import { EventHeadPublisher } from './event-head-publisher.service.js';
import { EventHeadVerifier } from './event-head-verifier.service.js';
import { EventHeadsRepository } from './event-heads.repository.js';
import { EvidenceKeyCommand } from './evidence-key.command.js';
import { EvidenceSigner } from './evidence-signer.port.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceProcessor } from './evidence.processor.js';

@Module({
  imports: [IdentityModule, OrganisationsModule],
  controllers: [EvidenceController, AgreementPreviewController, EvidenceBundleController],
  providers: [
    AgreementEventsRepository,
    AgreementEvents,
    AgreementEventsReader,
    AgreementEventLoader,
    AgreementSealLoader,
    AgreementEvidenceFieldsResolver,
    AgreementEventFieldsResolver,
    { provide: EvidenceSigner, useClass: Ed25519Signer },
    EventHeadsRepository,
    EventHeadPublisher,
    EventHeadVerifier,
    SignedAgreementReader,
    AgreementSealRepository,
    AgreementDocuments,
    PrintableTexts,
    SealKeeper,
    SealSteps,
    AgreementSealer,
    SealWatch,
    EvidenceListener,
    EvidenceVerifier,
    EvidenceBundles,
    AllEventsVerifier,
    AllSealsVerifier,
    AgreementVerificationService,
    AgreementVerificationResolver,
    VerifyAgreementCommand,
    VerifyAgreementsCommand,
    EvidenceKeyCommand,
    EvidenceProcessor,
  ],
  exports: [AgreementEvents, PrintableTexts],
})
export class AgreementEvidenceModule {}
