import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const OccupationLevel = {
  MAJOR: 'MAJOR',
  SUB_MAJOR: 'SUB_MAJOR',
  MINOR: 'MINOR',
  UNIT: 'UNIT',
} as const;
export type OccupationLevel = keyof typeof OccupationLevel;

registerEnumType(OccupationLevel, {
  name: 'OccupationLevel',
  description: 'Level of the national occupational classification.',
  valuesMap: {
    MAJOR: { description: 'Major group (大类).' },
    SUB_MAJOR: { description: 'Sub-major group (中类).' },
    MINOR: { description: 'Minor group (小类).' },
    UNIT: { description: 'Occupation (职业).' },
  },
});

@ObjectType({ description: 'An entry of the national occupational classification, edition 2022.' })
export class Occupation {
  @Field(() => String, { description: 'Code, such as 6-18-01-01.' })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => OccupationLevel, { description: 'Level in the classification.' })
  level!: OccupationLevel;

  @Field(() => Boolean, {
    description: 'Whether the classification marks it as a green occupation.',
  })
  isGreen!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the classification marks it as a digital occupation.',
  })
  isDigital!: boolean;

  @Field(() => String, { description: 'Pinyin of the name without tones, syllables apart.' })
  pinyin!: string;

  @Field(() => [String], { description: 'Everyday job titles that lead to it; unofficial.' })
  aliases!: string[];

  parentCode!: string | null;

  pinyinInitials!: string;

  isCurrent!: boolean;
}
