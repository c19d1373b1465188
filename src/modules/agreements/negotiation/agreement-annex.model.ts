import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'A file that belongs to the text of an agreement: its hash is part of what is signed.',
})
export class AgreementAnnex {
  @Field(() => ID, { description: 'Id of the file, by which a later version names it.' })
  fileId!: string;

  @Field(() => Int, { description: 'Its place, from 1.' })
  position!: number;

  @Field(() => String, { description: 'What it is called in the text.' })
  title!: string;

  @Field(() => String, { description: 'SHA-256 of the file, in hexadecimal.' })
  sha256!: string;

  @Field(() => Int, { description: 'Size of the file.' })
  sizeBytes!: number;
}
