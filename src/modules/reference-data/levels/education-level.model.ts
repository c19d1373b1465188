import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const EducationBand = {
  POSTGRADUATE: 'POSTGRADUATE',
  BACHELOR: 'BACHELOR',
  ASSOCIATE: 'ASSOCIATE',
  SECONDARY_VOCATIONAL: 'SECONDARY_VOCATIONAL',
  SENIOR_HIGH: 'SENIOR_HIGH',
  JUNIOR_HIGH: 'JUNIOR_HIGH',
  PRIMARY: 'PRIMARY',
  OTHER: 'OTHER',
} as const;
export type EducationBand = keyof typeof EducationBand;

registerEnumType(EducationBand, {
  name: 'EducationBand',
  description: 'Stage of education.',
  valuesMap: {
    POSTGRADUATE: { description: 'Postgraduate (研究生).' },
    BACHELOR: { description: 'Bachelor (本科).' },
    ASSOCIATE: { description: 'Associate (专科).' },
    SECONDARY_VOCATIONAL: { description: 'Secondary vocational (中职).' },
    SENIOR_HIGH: { description: 'Senior high school (普通高中).' },
    JUNIOR_HIGH: { description: 'Junior high school (初中).' },
    PRIMARY: { description: 'Primary school (小学).' },
    OTHER: { description: 'Anything else (其他).' },
  },
});

export const EducationOutcome = {
  BAND: 'BAND',
  GRADUATED: 'GRADUATED',
  COMPLETED_WITHOUT_GRADUATION: 'COMPLETED_WITHOUT_GRADUATION',
  LEFT_EARLY: 'LEFT_EARLY',
} as const;
export type EducationOutcome = keyof typeof EducationOutcome;

registerEnumType(EducationOutcome, {
  name: 'EducationOutcome',
  description: 'How the education ended.',
  valuesMap: {
    BAND: { description: 'Not said: the stage as such.' },
    GRADUATED: { description: 'Graduated (毕业).' },
    COMPLETED_WITHOUT_GRADUATION: { description: 'Completed without graduating (结业).' },
    LEFT_EARLY: { description: 'Left before the end (肄业).' },
  },
});

@ObjectType({ description: 'An education code of GB/T 4658-2006.' })
export class EducationLevel {
  @Field(() => String, { description: 'Code of two digits, such as 31 (大学专科毕业).' })
  code!: string;

  @Field(() => String, { description: 'Official name.' })
  name!: string;

  @Field(() => EducationBand, { description: 'Stage of education.' })
  band!: EducationBand;

  @Field(() => EducationOutcome, { description: 'How the education ended.' })
  outcome!: EducationOutcome;

  @Field(() => Int, {
    description: 'Rank for "at least" comparisons; higher is more, 0 is unknown.',
  })
  rank!: number;

  /** Code of the stage it belongs to. */
  bandCode!: string;

  pinyin!: string;

  pinyinInitials!: string;

  isCurrent!: boolean;
}
