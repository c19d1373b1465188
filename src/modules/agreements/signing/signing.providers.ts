import { AffectedAgreementsReader } from './affected-agreements.reader.js';
import { AgreementSigningService } from './agreement-signing.service.js';
import { AgreementsPersonalData } from './agreements-personal-data.js';
import { DelegationRepository } from './delegation.repository.js';
import { DelegationService } from './delegation.service.js';
import { DepartedSignatories } from './departed-signatories.service.js';
import { IndependentPeople } from './independent-people.service.js';
import { MyTurns } from './my-turns.service.js';
import { PaperCopyRepository } from './paper-copy.repository.js';
import { PaperCopyService } from './paper-copy.service.js';
import { PartyStanding } from './party-standing.service.js';
import { PartyListener } from './party.listener.js';
import { PersonalAgreementsReader } from './personal-agreements.reader.js';
import {
  SignatoryFieldsResolver,
  DelegationFieldsResolver,
  PaperCopyFieldsResolver,
} from './signatory-fields.resolver.js';
import {
  AgreementSignatoryLoader,
  ActiveDelegationLoader,
  SignatoryDelegationLoader,
  SignatoryLinkLoader,
  SignatoryPaperLoader,
} from './signatory.loader.js';
import { SignatoryReader } from './signatory.reader.js';
import { SignatoryRepository } from './signatory.repository.js';
import { SignatureRecorder } from './signature-recorder.service.js';
import { SigningArrangementService } from './signing-arrangement.service.js';
import { SigningAuthority } from './signing-authority.service.js';
import { SigningClock } from './signing-clock.service.js';
import { SigningCodeLimits } from './signing-code-limits.service.js';
import { SigningCodeSender } from './signing-code-sender.service.js';
import { SigningInvitationService } from './signing-invitation.service.js';
import { SigningLinkRepository } from './signing-link.repository.js';
import { SigningLinkService } from './signing-link.service.js';
import { SigningLinksResolver } from './signing-links.resolver.js';
import { SigningPapersResolver } from './signing-papers.resolver.js';
import { SigningRefusals } from './signing-refusals.service.js';
import { SigningSessionFieldsResolver } from './signing-session-fields.resolver.js';
import { SigningSessionRepository } from './signing-session.repository.js';
import { SigningSessionService } from './signing-session.service.js';
import { SigningTurnsResolver } from './signing-turns.resolver.js';
import { SigningTurnsService } from './signing-turns.service.js';
import { SigningListener } from './signing.listener.js';
import { SigningProcessor } from './signing.processor.js';
import { SigningResolver } from './signing.resolver.js';
import { TurnTeller } from './turn-teller.service.js';

/** What the module provides for signing: turns, links, sessions, powers of attorney and paper copies. */
export const SIGNING = [
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
  DelegationRepository,
  DelegationService,
  DelegationFieldsResolver,
  PaperCopyRepository,
  PaperCopyService,
  PaperCopyFieldsResolver,
  SigningPapersResolver,
  PersonalAgreementsReader,
  AgreementsPersonalData,
];
