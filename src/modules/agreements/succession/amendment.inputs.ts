import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'An agreement to amend.' })
export class DraftAgreementAmendmentInput {
  @Field(() => ID, {
    description: 'Key of this request: repeated with it, the same answer comes back.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'The agreement.' })
  agreementId!: string;
}
