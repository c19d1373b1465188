import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateScalar, DateTimeScalar } from '../../../core/graphql/index.js';

export enum AgreementCheckCode {
  FILE = 'FILE',
  SIGNATURE = 'SIGNATURE',
  TEXT = 'TEXT',
  EVENTS = 'EVENTS',
}

registerEnumType(AgreementCheckCode, {
  name: 'AgreementCheckCode',
  description: 'What is checked of a sealed agreement.',
  valuesMap: {
    FILE: { description: 'The kept file is the one that was sealed.' },
    SIGNATURE: { description: 'The signature of the platform fits the file.' },
    TEXT: { description: 'The text is the one that was signed.' },
    EVENTS: { description: 'Every event of its chain is as it was written.' },
  },
});

export enum AgreementEventFault {
  EDITED = 'EDITED',
  DELETED = 'DELETED',
  REORDERED = 'REORDERED',
  TRUNCATED = 'TRUNCATED',
  REPLACED = 'REPLACED',
}

registerEnumType(AgreementEventFault, {
  name: 'AgreementEventFault',
  description: 'What became of an event that is not as it was written.',
  valuesMap: {
    EDITED: { description: 'It is not what was written.' },
    DELETED: { description: 'It is gone, and later ones are still there.' },
    REORDERED: { description: 'Another event stands in its place, and it stands elsewhere.' },
    TRUNCATED: { description: 'It and all after it are gone.' },
    REPLACED: { description: 'It is not the one that was sealed or published.' },
  },
});

@ObjectType({ description: 'One check of a sealed agreement.' })
export class AgreementCheck {
  @Field(() => AgreementCheckCode, { description: 'What is checked.' })
  code!: AgreementCheckCode;

  @Field(() => Boolean, { description: 'Whether it is as it should be.' })
  isPassed!: boolean;
}

@ObjectType({
  description: 'What anybody may know of a sealed agreement, checked this very moment.',
})
export class AgreementVerification {
  @Field(() => String, { description: 'Number of the agreement.' })
  agreementNumber!: string;

  @Field(() => String, { description: 'Name of its kind, in the language of the reader.' })
  kindName!: string;

  @Field(() => [String], {
    description: 'Names of the parties, at most 20; those of persons are masked.',
  })
  partyNames!: string[];

  @Field(() => DateScalar, { description: 'First day of its term.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day of its term.' })
  endsOn!: string;

  @Field(() => DateTimeScalar, { description: 'When the last signature was given.' })
  signedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it was sealed.' })
  sealedAt!: Date;

  @Field(() => String, { description: 'SHA-256 of the sealed file, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, { description: 'Id of the key it was signed with.' })
  keyId!: string;

  @Field(() => [AgreementCheck], { description: 'Every check with its result, at most 4.' })
  checks!: AgreementCheck[];

  @Field(() => Int, {
    nullable: true,
    description: 'Number of the first event that is not as it was written; null when all are.',
  })
  firstBadEvent!: number | null;

  @Field(() => AgreementEventFault, {
    nullable: true,
    description: 'What became of that event; null when all are as they were written.',
  })
  firstBadEventFault!: `${AgreementEventFault}` | null;
}
