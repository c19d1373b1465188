import { AgreementAnnexReader, AgreementAnnexLoader } from './agreement-annex.reader.js';
import {
  AgreementAnnexesResolver,
  AgreementAnnexFieldsResolver,
} from './agreement-annexes.resolver.js';
import { AgreementNegotiationService } from './agreement-negotiation.service.js';
import { AgreementProposalService } from './agreement-proposal.service.js';
import { AgreementVersionReader } from './agreement-version.reader.js';
import { AgreementVersionRepository } from './agreement-version.repository.js';
import {
  AgreementVersionsResolver,
  AgreementVersionFieldsResolver,
} from './agreement-versions.resolver.js';
import { ProposalChecks } from './proposal-checks.service.js';
import { VersionTextReader } from './version-text.reader.js';
import { AgreementVersionLoader, VersionClauseLoader } from './version.loader.js';

/** What the module provides for versions, proposals and annexes. */
export const NEGOTIATION = [
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
