import { ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AgreementSigningSession } from './signing-session.model.js';

/** Whoever came by a link learns here, when he opens the text, which agreement he would sign. */
@Resolver(() => AgreementSigningSession)
export class SigningSessionFieldsResolver {
  @ResolveField(() => ID, { description: 'The agreement whose text was opened.' })
  agreementId(@Parent() { agreementId }: AgreementSigningSession): string {
    return agreementId;
  }
}
