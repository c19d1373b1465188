import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf, Node } from '../../../core/graphql/index.js';

export const CollegeLevel = { BACHELOR: 'BACHELOR', ASSOCIATE: 'ASSOCIATE' } as const;
export type CollegeLevel = keyof typeof CollegeLevel;

registerEnumType(CollegeLevel, {
  name: 'CollegeLevel',
  description: 'Highest level a college teaches.',
  valuesMap: {
    BACHELOR: { description: 'Undergraduate education (本科).' },
    ASSOCIATE: { description: 'Associate education (专科).' },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'A higher-education institution of the education ministry’s list of 2017.',
})
export class College extends Node {
  @Field(() => String, {
    nullable: true,
    description:
      'The ministry’s code of ten digits; null for an institution the ministry does not list.',
  })
  code!: string | null;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => CollegeLevel, { description: 'Highest level it teaches.' })
  level!: CollegeLevel;

  @Field(() => String, { description: 'Authority it answers to.' })
  authority!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it is run, such as privately; null for an ordinary public one.',
  })
  remark!: string | null;

  @Field(() => String, { description: 'Pinyin of the name without tones, syllables apart.' })
  pinyin!: string;

  provinceId!: string;

  cityId!: string;

  pinyinInitials!: string;

  isCurrent!: boolean;
}

@ObjectType({ description: 'A page of colleges.' })
export class CollegeConnection extends ConnectionOf(College) {}
