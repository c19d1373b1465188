import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FileStore } from '../../../core/storage/index.js';
import { EvidenceDownload, VerificationEvidence } from './verification.model.js';

/** Evidence is reached through its verification only, which shows it to those concerned. */
@Resolver(() => VerificationEvidence)
export class VerificationEvidenceResolver {
  constructor(private readonly files: FileStore) {}

  @ResolveField(() => EvidenceDownload, {
    description: 'Where to fetch the file, for five minutes.',
  })
  download(@Parent() { fileId }: VerificationEvidence): EvidenceDownload {
    return this.files.downloadLink(fileId);
  }
}
