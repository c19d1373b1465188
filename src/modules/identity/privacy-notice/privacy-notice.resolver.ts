import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ActionRunner } from '../../../core/actions/index.js';
import {
  AllowedWithoutConsent,
  Authenticated,
  CurrentActor,
  Public,
  type Actor,
} from '../../../core/auth/index.js';
import { requestContext } from '../../../core/context/index.js';
import { ConsentToPrivacyNoticeInput } from '../account/account.inputs.js';
import { ViewerPayload } from '../account/account.payloads.js';
import { AccountReader } from '../account/account.reader.js';
import { PrivacyConsentService } from './privacy-consent.service.js';
import { PrivacyNotice } from './privacy-notice.model.js';
import { PrivacyNoticeReader } from './privacy-notice.reader.js';

@Resolver()
export class PrivacyNoticeResolver {
  constructor(
    private readonly actions: ActionRunner,
    private readonly notices: PrivacyNoticeReader,
    private readonly consents: PrivacyConsentService,
    private readonly accounts: AccountReader,
  ) {}

  @Query(() => PrivacyNotice, {
    description: 'The privacy notice in force, in the language of the request. Requires: nothing.',
  })
  @Public()
  privacyNotice(): Promise<PrivacyNotice> {
    return this.notices.current(requestContext().locale);
  }

  @Mutation(() => ViewerPayload, {
    description: 'Agrees to the privacy notice in force. Requires: being signed in.',
  })
  @Authenticated()
  @AllowedWithoutConsent()
  async consentToPrivacyNotice(
    @Args('input', { description: 'Which edition.' }) input: ConsentToPrivacyNoticeInput,
    @CurrentActor() actor: Actor,
  ): Promise<ViewerPayload> {
    const { accountId } = await this.actions.run(actor, 'consentToPrivacyNotice', input, () =>
      this.consents.consent(actor, input.privacyNoticeVersion),
    );
    return { viewer: await this.accounts.viewer(accountId) };
  }
}
