import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AppConfig } from '../../../core/config/index.js';
import { requestContext } from '../../../core/context/index.js';
import { FileLinks } from '../../../core/storage/index.js';
import { Account, AccountLoader } from '../../identity/index.js';
import { Agreement } from '../agreement/agreement.model.js';
import { AgreementEventLoader } from './agreement-events.reader.js';
import {
  AgreementChainHead,
  AgreementEvent,
  AgreementSealedFile,
} from './agreement-evidence.model.js';
import { BUNDLES_PATH } from './bundle/evidence-bundle.controller.js';
import { PREVIEWS_PATH } from './agreement-preview.controller.js';
import { AgreementSealLoader } from './agreement-seal.loader.js';
import { wordsOf } from './evidence-event-kinds.js';
import { verificationUrl } from './verification-address.js';

const MAX_EVENTS = 100;

/** Files and events of an agreement, for whoever sees it. */
@Resolver(() => Agreement)
export class AgreementEvidenceFieldsResolver {
  constructor(
    private readonly seals: AgreementSealLoader,
    private readonly eventList: AgreementEventLoader,
    private readonly links: FileLinks,
    private readonly config: AppConfig,
  ) {}

  @ResolveField(() => AgreementSealedFile, {
    nullable: true,
    description: 'Its sealed file; null until a moment after the last signature.',
  })
  async sealedFile(@Parent() { id }: Agreement): Promise<AgreementSealedFile | null> {
    const seal = await this.seals.load(id);
    if (!seal) return null;
    const { agreementNumber, textHash: contentHash, sealedAt, sha256, keyId } = seal;
    return {
      sealedAt,
      sha256,
      keyId,
      downloadUrl: this.links.toDownload(seal.fileId).url,
      signatureDownloadUrl: this.links.toDownload(seal.signatureFileId).url,
      evidenceDownloadUrl: this.links.toMade(BUNDLES_PATH, id).url,
      verificationUrl: verificationUrl(this.config.env.APP_ORIGIN, {
        agreementNumber,
        contentHash,
      }),
    };
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Where the text as it is now can be downloaded as a PDF that is marked as a draft or unsigned, for five minutes; null once there is a sealed file.',
  })
  async previewUrl(@Parent() { id }: Agreement): Promise<string | null> {
    return (await this.seals.load(id)) ? null : this.links.toMade(PREVIEWS_PATH, id).url;
  }

  @ResolveField(() => [AgreementEvent], {
    description: 'What happened to it last, at most 100 events, oldest first.',
  })
  async events(@Parent() { id }: Agreement): Promise<AgreementEvent[]> {
    return (await this.eventList.load(id)).slice(-MAX_EVENTS);
  }

  @ResolveField(() => AgreementChainHead, {
    nullable: true,
    description: 'Where its chain of events stands; null where it has none yet.',
  })
  async chainHead(@Parent() { id }: Agreement): Promise<AgreementChainHead | null> {
    const last = (await this.eventList.load(id)).at(-1);
    if (last?.sequence == null || last.hash === null) return null;
    return { eventCount: last.sequence, hash: last.hash, occurredAt: last.occurredAt };
  }
}

@Resolver(() => AgreementEvent)
export class AgreementEventFieldsResolver {
  constructor(private readonly accounts: AccountLoader) {}

  @ResolveField(() => String, {
    description: 'What happened, in the language of the request.',
  })
  kindName(@Parent() { kind }: AgreementEvent): string {
    const { zh, en } = wordsOf(kind);
    return requestContext().locale === 'en' ? en : zh;
  }

  @ResolveField(() => Account, {
    nullable: true,
    description: 'Who did it; null where it was the platform, or an account that is closed.',
  })
  actor(@Parent() { actorId }: AgreementEvent): Promise<Account | null> {
    return actorId === null ? Promise.resolve(null) : this.accounts.load(actorId);
  }
}
