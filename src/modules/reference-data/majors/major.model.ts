import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';

export const MajorLevel = {
  SECONDARY: 'SECONDARY',
  ASSOCIATE: 'ASSOCIATE',
  BACHELOR: 'BACHELOR',
} as const;
export type MajorLevel = keyof typeof MajorLevel;

registerEnumType(MajorLevel, {
  name: 'MajorLevel',
  description: 'Level of vocational education a major belongs to.',
  valuesMap: {
    SECONDARY: { description: 'Secondary vocational education (中职).' },
    ASSOCIATE: { description: 'Higher vocational education, associate (高职专科).' },
    BACHELOR: { description: 'Higher vocational education, bachelor (高职本科).' },
  },
});

@ObjectType({ description: 'A vocational major of the education ministry’s catalogue of 2021.' })
export class Major {
  @Field(() => String, { description: 'Code, such as 460301; a trailing K marks state control.' })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => MajorLevel, { description: 'Level of vocational education.' })
  level!: MajorLevel;

  @Field(() => String, { description: 'Code of its category (专业大类).' })
  categoryCode!: string;

  @Field(() => String, { description: 'Name of its category (专业大类).' })
  categoryName!: string;

  @Field(() => String, { description: 'Code of its class (专业类).' })
  classCode!: string;

  @Field(() => String, { description: 'Name of its class (专业类).' })
  className!: string;

  @Field(() => Boolean, { description: 'Whether opening it needs the state’s consent.' })
  isNationallyControlled!: boolean;

  @Field(() => String, { description: 'Pinyin of the name without tones, syllables apart.' })
  pinyin!: string;

  pinyinInitials!: string;

  isCurrent!: boolean;
}

@ObjectType({ description: 'A class of majors (专业类).' })
export class MajorClass {
  @Field(() => String, { description: 'Code of four digits.' })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;
}

@ObjectType({ description: 'A category of majors (专业大类) with its classes.' })
export class MajorCategory {
  @Field(() => String, { description: 'Code of two digits.' })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => [MajorClass], { description: 'Its classes, by code; at most 15.' })
  classes!: MajorClass[];
}
