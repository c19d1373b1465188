import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const IndustryLevel = {
  SECTION: 'SECTION',
  DIVISION: 'DIVISION',
  GROUP: 'GROUP',
  CLASS: 'CLASS',
} as const;
export type IndustryLevel = keyof typeof IndustryLevel;

registerEnumType(IndustryLevel, {
  name: 'IndustryLevel',
  description: 'Level of the national industry classification.',
  valuesMap: {
    SECTION: { description: 'Section (门类), a letter.' },
    DIVISION: { description: 'Division (大类), two digits.' },
    GROUP: { description: 'Group (中类), three digits.' },
    CLASS: { description: 'Class (小类), four digits.' },
  },
});

@ObjectType({ description: 'An entry of the national industry classification GB/T 4754-2017.' })
export class Industry {
  @Field(() => String, { description: 'Code, such as C, 39, 397 or 3973.' })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => IndustryLevel, { description: 'Level in the classification.' })
  level!: IndustryLevel;

  @Field(() => String, { description: 'Letter of the section it belongs to.' })
  sectionCode!: string;

  @Field(() => String, { description: 'Pinyin of the name without tones, syllables apart.' })
  pinyin!: string;

  parentCode!: string | null;

  pinyinInitials!: string;

  isCurrent!: boolean;
}
