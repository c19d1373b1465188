import { Module } from '@nestjs/common';
import { AgreementEventsRepository } from './agreement-events.repository.js';
import { AgreementEvents } from './agreement-events.service.js';
import { Ed25519Signer } from './ed25519-signer.js';
import { EventHeadPublisher } from './event-head-publisher.service.js';
import { EventHeadVerifier } from './event-head-verifier.service.js';
import { EventHeadsRepository } from './event-heads.repository.js';
import { EvidenceKeyCommand } from './evidence-key.command.js';
import { EvidenceSigner } from './evidence-signer.port.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceProcessor } from './evidence.processor.js';

@Module({
  controllers: [EvidenceController],
  providers: [
    AgreementEventsRepository,
    AgreementEvents,
    { provide: EvidenceSigner, useClass: Ed25519Signer },
    EventHeadsRepository,
    EventHeadPublisher,
    EventHeadVerifier,
    EvidenceKeyCommand,
    EvidenceProcessor,
  ],
  exports: [AgreementEvents],
})
export class AgreementEvidenceModule {}
