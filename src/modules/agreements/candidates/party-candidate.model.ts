import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A person whom an organisation knows and may name as a party.' })
export class AgreementPartyCandidate {
  @Field(() => ID, { description: 'Account of the person.' })
  accountId!: string;

  @Field(() => String, { description: 'Name of the person.' })
  name!: string;

  @Field(() => String, {
    description:
      'What tells people of one name apart: major and year of graduation, or the posting.',
  })
  note!: string;
}
