import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../core/auth/index.js';
import { AgreementVerification } from './agreement-verification.model.js';
import { AgreementVerificationService } from './agreement-verification.service.js';

@Resolver(() => AgreementVerification)
export class AgreementVerificationResolver {
  constructor(private readonly verifications: AgreementVerificationService) {}

  @Public()
  @Query(() => AgreementVerification, {
    nullable: true,
    description:
      'A sealed agreement by the hash of its file, or by its number and the code that the file shows; null when there is none. Requires: nothing.',
  })
  agreementVerification(
    @Args('sha256', { type: () => String, nullable: true, description: 'SHA-256 of the file.' })
    sha256: string | null,
    @Args('number', { type: () => String, nullable: true, description: 'Number of the agreement.' })
    number: string | null,
    @Args('code', { type: () => String, nullable: true, description: 'Code beside the number.' })
    code: string | null,
  ): Promise<AgreementVerification | null> {
    return this.verifications.verification({ sha256, number, code });
  }
}
