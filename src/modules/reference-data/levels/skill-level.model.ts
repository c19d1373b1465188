import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A step of the eight-step ladder of vocational skill levels of 2022.' })
export class SkillLevel {
  @Field(() => String, {
    description: 'Code of this platform, such as advanced; there is no official one.',
  })
  code!: string;

  @Field(() => Int, { description: 'Place on the ladder; 1 is the lowest.' })
  rank!: number;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => String, { description: 'Name in English.' })
  englishName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Name in the older ladder of five grades; null where that ladder has none.',
  })
  fiveGradeName!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number in the older ladder, 5 (lowest) to 1; null where that ladder has none.',
  })
  fiveGradeNumber!: number | null;

  pinyin!: string;

  pinyinInitials!: string;

  isCurrent!: boolean;
}
