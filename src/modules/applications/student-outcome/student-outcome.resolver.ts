import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, RequirePermission, type Actor } from '../../../core/auth/index.js';
import type { Connection } from '../../../core/graphql/index.js';
import { Affiliation, AffiliationConnection, STUDENT_VIEW } from '../../affiliations/index.js';
import { StudentOutcomeLoader } from './student-outcome.loader.js';
import {
  StudentOutcome,
  StudentOutcomeCounts,
  StudentOutcomeCountsArgs,
  StudentsByOutcomeArgs,
} from './student-outcome.model.js';
import { accountToSee } from './student-outcome.policy.js';
import { StudentOutcomeReader } from './student-outcome.reader.js';

/** What became of the students of a college; it stands here because applications are here. */
@Resolver(() => Affiliation)
export class StudentOutcomeResolver {
  constructor(
    private readonly outcomes: StudentOutcomeLoader,
    private readonly reader: StudentOutcomeReader,
  ) {}

  @ResolveField(() => StudentOutcome, {
    nullable: true,
    description:
      'What became of the student through this platform; null unless confirmed and the viewer is of the college. Requires: STUDENT_VIEW.',
  })
  async outcome(
    @CurrentActor() actor: Actor,
    @Parent() affiliation: Affiliation,
  ): Promise<StudentOutcome | null> {
    const accountId = accountToSee(actor, affiliation);
    if (accountId === null) return null;
    return (await this.outcomes.load(accountId)) ?? { stage: 'NONE', hire: null };
  }

  @RequirePermission(STUDENT_VIEW)
  @Query(() => StudentOutcomeCounts, {
    description:
      'How many confirmed students of one’s college have come how far. Requires: STUDENT_VIEW.',
  })
  studentOutcomeCounts(
    @CurrentActor() actor: Actor,
    @Args() args: StudentOutcomeCountsArgs,
  ): Promise<StudentOutcomeCounts> {
    return this.reader.counts(actor, args);
  }

  @RequirePermission(STUDENT_VIEW)
  @Query(() => AffiliationConnection, {
    description:
      'Confirmed students of one’s college who have come so far, by student number. Requires: STUDENT_VIEW.',
  })
  studentsByOutcome(
    @CurrentActor() actor: Actor,
    @Args() args: StudentsByOutcomeArgs,
  ): Promise<Connection<Affiliation>> {
    return this.reader.list(actor, args);
  }
}
