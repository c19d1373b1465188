import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DateTimeScalar, Node } from '../../../core/graphql/index.js';
import { AgreementPaperState } from '../../../generated/prisma/enums.js';

export { AgreementPaperState };

registerEnumType(AgreementPaperState, {
  name: 'AgreementPaperState',
  description: 'Where a scan of a signed paper stands.',
  valuesMap: {
    AWAITING_CHECKS: { description: 'Two people other than who uploaded it are to check it.' },
    ACCEPTED: { description: 'Checked by two; it counts as signed.' },
    REFUSED: { description: 'It is not what it should be.' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'A scan of the text, signed and stamped on paper.',
})
export class AgreementPaperCopy extends Node {
  agreementId!: string;

  signatoryId!: string;

  fileId!: string;

  contentHash!: string;

  signingRound!: number;

  uploadedBy!: string;

  checkedBy!: string[];

  @Field(() => AgreementPaperState, { description: 'Where it stands.' })
  state!: AgreementPaperState;

  @Field(() => DateTimeScalar, { description: 'When it was uploaded.' })
  uploadedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  refusalReason!: string | null;
}

@ObjectType({ description: 'How far the checks of a scan are.' })
export class AgreementPaperProgress {
  @Field(() => Int, { description: 'Checks there are.' })
  done!: number;

  @Field(() => Int, { description: 'Checks there must be.' })
  needed!: number;
}
