import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Node } from '../../../core/graphql/index.js';
import { RegionCodeScalar } from './region-code.scalar.js';

export const RegionLevel = {
  PROVINCE: 'PROVINCE',
  PREFECTURE: 'PREFECTURE',
  COUNTY: 'COUNTY',
  STREET: 'STREET',
} as const;
export type RegionLevel = keyof typeof RegionLevel;

registerEnumType(RegionLevel, {
  name: 'RegionLevel',
  description: 'Level of a region in the administrative tree.',
  valuesMap: {
    PROVINCE: { description: 'Province, autonomous region or municipality.' },
    PREFECTURE: {
      description: 'Prefecture-level city, prefecture, league or autonomous prefecture.',
    },
    COUNTY: { description: 'County, district, county-level city or banner.' },
    STREET: { description: 'Town, township or street.' },
  },
});

export const RegionKind = {
  ADMINISTRATIVE: 'ADMINISTRATIVE',
  STATISTICAL_ZONE: 'STATISTICAL_ZONE',
  SPECIAL_UNIT: 'SPECIAL_UNIT',
  PLACEHOLDER: 'PLACEHOLDER',
} as const;
export type RegionKind = keyof typeof RegionKind;

registerEnumType(RegionKind, {
  name: 'RegionKind',
  description: 'What sort of region it is.',
  valuesMap: {
    ADMINISTRATIVE: { description: 'An ordinary administrative division.' },
    STATISTICAL_ZONE: { description: 'A development zone that has a code for statistics only.' },
    SPECIAL_UNIT: { description: 'A farm, scenic area or zone at the level of a town.' },
    PLACEHOLDER: {
      description:
        'A level that exists in the code list only, such as the districts of a municipality; never offered for choice.',
    },
  },
});

@ObjectType({
  implements: () => [Node],
  description: 'A place of the administrative tree; keeps its id while its official code changes.',
})
export class Region extends Node {
  @Field(() => RegionCodeScalar, { description: 'The official code in force.' })
  code!: string;

  @Field(() => String, { description: 'Name in the official list.' })
  name!: string;

  @Field(() => String, {
    description: 'Name to show on its own, such as 北京市 for the districts of Beijing.',
  })
  displayName!: string;

  @Field(() => String, {
    description: 'Name with everything above it, such as 江苏省苏州市吴中区.',
  })
  fullName!: string;

  @Field(() => String, { description: 'Pinyin of the name without tones, syllables apart.' })
  pinyin!: string;

  @Field(() => RegionLevel, { description: 'Level in the administrative tree.' })
  level!: RegionLevel;

  @Field(() => RegionKind, { description: 'What sort of region it is.' })
  kind!: RegionKind;

  @Field(() => [RegionCodeScalar], {
    description:
      'Codes that also lead to this region: its own earlier ones and those of regions merged into it.',
  })
  formerCodes!: string[];

  /** Names that went with the former codes. */
  formerNames!: string[];

  parentId!: string | null;

  pinyinInitials!: string;

  /** False when later editions no longer have the region. */
  isCurrent!: boolean;
}
