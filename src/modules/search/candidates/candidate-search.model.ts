import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionOf } from '../../../core/graphql/index.js';
import { JobSeekerProfile, type ExperienceBand } from '../../profiles/index.js';
import type { TextReading } from '../posting-finder.service.js';
import { SearchFacetValue, SearchTextReading } from '../search.model.js';

export const CandidateExperience = {
  NOT_STATED: 'NOT_STATED',
  UNDER_1: 'UNDER_1',
  FROM_1: 'FROM_1',
  FROM_3: 'FROM_3',
  FROM_5: 'FROM_5',
  FROM_10: 'FROM_10',
} as const satisfies Record<ExperienceBand, ExperienceBand>;

registerEnumType(CandidateExperience, {
  name: 'CandidateExperience',
  description: 'Years of work of a candidate, in bands.',
  valuesMap: {
    NOT_STATED: { description: 'Not known.' },
    UNDER_1: { description: 'Less than one year.' },
    FROM_1: { description: 'One or two years.' },
    FROM_3: { description: 'Three or four years.' },
    FROM_5: { description: 'Five to nine years.' },
    FROM_10: { description: 'Ten years or more.' },
  },
});

export const CandidateFacetName = {
  REGION: 'REGION',
  EDUCATION: 'EDUCATION',
  EXPERIENCE: 'EXPERIENCE',
} as const;
export type CandidateFacetName = keyof typeof CandidateFacetName;

registerEnumType(CandidateFacetName, {
  name: 'CandidateFacetName',
  description: 'What candidates are counted by.',
  valuesMap: {
    REGION: { description: 'Where they live, one level below the region searched in.' },
    EDUCATION: { description: 'Their highest education.' },
    EXPERIENCE: { description: 'Their years of work, in bands.' },
  },
});

@ObjectType({ description: 'Counts of candidates by one property, largest first.' })
export class CandidateFacet {
  @Field(() => CandidateFacetName, { description: 'The property.' })
  name!: CandidateFacetName;

  @Field(() => [SearchFacetValue], { description: 'Its values, at most 50.' })
  values!: SearchFacetValue[];
}

@ObjectType({ description: 'A page of candidates with counts over all that were found.' })
export class CandidateSearchConnection extends ConnectionOf(JobSeekerProfile) {
  @Field(() => [CandidateFacet], {
    description: 'Counts by property, at most 3; empty while degraded.',
  })
  facets!: CandidateFacet[];

  @Field(() => Boolean, {
    description: 'Whether more were found than can be paged through (1,000): narrow the search.',
  })
  isTruncated!: boolean;

  @Field(() => Boolean, {
    description:
      'True while the search engine is away: answered from the database, without facets and ranking.',
  })
  degraded!: boolean;

  @Field(() => SearchTextReading, {
    nullable: true,
    description: 'How the words were read where nobody has them as they are.',
  })
  reading!: TextReading | null;
}
