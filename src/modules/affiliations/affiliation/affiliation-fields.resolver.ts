import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { Viewer } from '../../identity/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { EducationLevel, Major, ReferenceReader } from '../../reference-data/index.js';
import { AffiliationHistoryLoader } from './affiliation.loader.js';
import { affiliationMachine } from './affiliation.machine.js';
import { Affiliation, AffiliationHistoryEntry, AffiliationViewerCan } from './affiliation.model.js';
import { isOwn, mayManage, maySeeStudent } from './affiliation.policy.js';
import { AffiliationReader } from './affiliation.reader.js';

/** Relations and guarded fields of an affiliation; none of them asks the database once per row. */
@Resolver(() => Affiliation)
export class AffiliationFieldsResolver {
  constructor(
    private readonly organisations: OrganisationLoader,
    private readonly reference: ReferenceReader,
    private readonly historyLoader: AffiliationHistoryLoader,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Student number; null unless the viewer is the student or of the college.',
  })
  studentNumber(@CurrentActor() actor: Actor, @Parent() affiliation: Affiliation): string | null {
    return maySeeStudent(actor, affiliation) ? affiliation.number : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Name as the college knows it; null unless the viewer is the student or of the college.',
  })
  studentName(@CurrentActor() actor: Actor, @Parent() affiliation: Affiliation): string | null {
    return maySeeStudent(actor, affiliation) ? affiliation.name : null;
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The college.' })
  college(@Parent() { collegeId }: Affiliation): Promise<Organisation | null> {
    return this.organisations.load(collegeId);
  }

  @ResolveField(() => Major, {
    nullable: true,
    description: 'The vocational major; null when the catalogue has none of that name.',
  })
  async major(@Parent() { majorCode }: Affiliation): Promise<Major | null> {
    return majorCode === null ? null : this.reference.findMajor(majorCode);
  }

  @ResolveField(() => EducationLevel, {
    nullable: true,
    description: 'The education it leads to; null when not given.',
  })
  async educationLevel(
    @Parent() { educationLevelCode }: Affiliation,
  ): Promise<EducationLevel | null> {
    return educationLevelCode === null
      ? null
      : this.reference.findEducationLevel(educationLevelCode);
  }

  @ResolveField(() => [AffiliationHistoryEntry], {
    description: 'Changes of state in their order, at most 50.',
  })
  async history(@Parent() { id }: Affiliation): Promise<AffiliationHistoryEntry[]> {
    return (await this.historyLoader.load(id)).slice(0, 50);
  }

  @ResolveField(() => AffiliationViewerCan, { description: 'What the viewer may do with it now.' })
  viewerCan(
    @CurrentActor() actor: Actor,
    @Parent() affiliation: Affiliation,
  ): AffiliationViewerCan {
    const { state, collegeId } = affiliation;
    const own = isOwn(actor, affiliation);
    const manages = mayManage(actor, collegeId) && !own;
    return {
      decide: manages && affiliationMachine.can(state, 'confirm', 'COLLEGE'),
      end: manages && affiliationMachine.can(state, 'end', 'COLLEGE'),
      leave: own && affiliationMachine.can(state, 'leave', 'STUDENT'),
    };
  }
}

@Resolver(() => Viewer)
export class ViewerAffiliationsResolver {
  constructor(private readonly reader: AffiliationReader) {}

  @ResolveField(() => [Affiliation], {
    description: 'Places at colleges the person has claimed, the latest first, at most 50.',
  })
  affiliations(@Parent() viewer: Viewer): Promise<Affiliation[]> {
    return this.reader.listFor(viewer.id);
  }
}
