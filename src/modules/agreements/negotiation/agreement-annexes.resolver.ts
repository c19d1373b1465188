import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FileStore } from '../../../core/storage/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { AgreementAnnex } from './agreement-annex.model.js';
import { AgreementAnnexLoader } from './agreement-annex.reader.js';

@Resolver(() => Agreement)
export class AgreementAnnexesResolver {
  constructor(private readonly annexList: AgreementAnnexLoader) {}

  @ResolveField(() => [AgreementAnnex], { description: 'Its annexes now, at most 10.' })
  annexes(@Parent() { id }: Agreement): Promise<AgreementAnnex[]> {
    return this.annexList.load(id);
  }
}

@Resolver(() => AgreementAnnex)
export class AgreementAnnexFieldsResolver {
  constructor(private readonly files: FileStore) {}

  @ResolveField(() => String, {
    description: 'Where the file can be downloaded, for five minutes.',
  })
  downloadUrl(@Parent() { fileId }: AgreementAnnex): string {
    return this.files.signedDownloadUrl(fileId);
  }
}
