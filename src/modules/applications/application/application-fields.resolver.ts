import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentActor, type Actor } from '../../../core/auth/index.js';
import { JobPosting, JobPostingLoader } from '../../job-postings/index.js';
import { Organisation, OrganisationLoader } from '../../organisations/index.js';
import { Interview } from '../interview/interview.model.js';
import { ApplicationNote } from '../note/note.model.js';
import { Offer } from '../offer/offer.model.js';
import {
  ApplicationHistoryLoader,
  InterviewLoader,
  NoteLoader,
  OfferLoader,
} from './application.loaders.js';
import { applicationMachine, type ApplicationTransition } from './application.machine.js';
import {
  Application,
  ApplicantSnapshot,
  ApplicationHistoryEntry,
  ApplicationViewerCan,
} from './application.model.js';
import { isApplicant, mayDecide, mayRead } from './application.policy.js';

/** Relations of an application, and what of it which side sees. */
@Resolver(() => Application)
export class ApplicationFieldsResolver {
  constructor(
    private readonly postings: JobPostingLoader,
    private readonly organisations: OrganisationLoader,
    private readonly histories: ApplicationHistoryLoader,
    private readonly interviewLists: InterviewLoader,
    private readonly offerLists: OfferLoader,
    private readonly noteLists: NoteLoader,
  ) {}

  @ResolveField(() => JobPosting, { nullable: true, description: 'The posting applied to.' })
  jobPosting(@Parent() { jobPostingId }: Application): Promise<JobPosting | null> {
    return this.postings.load(jobPostingId);
  }

  @ResolveField(() => Organisation, { nullable: true, description: 'The employer.' })
  organisation(@Parent() { organisationId }: Application): Promise<Organisation | null> {
    return this.organisations.load(organisationId);
  }

  @ResolveField(() => ApplicantSnapshot, {
    nullable: true,
    description: 'The profile as applied with; null once the consent was withdrawn.',
  })
  applicant(
    @CurrentActor() actor: Actor,
    @Parent() application: Application,
  ): ApplicantSnapshot | null {
    const { snapshot, consentWithdrawnAt } = application;
    if (snapshot === null) return null;
    if (isApplicant(actor, application)) return shown(snapshot);
    return mayRead(actor, application) && consentWithdrawnAt === null ? shown(snapshot) : null;
  }

  @ResolveField(() => [ApplicationHistoryEntry], {
    description: 'Its latest steps, oldest first, at most 100.',
  })
  history(@Parent() { id }: Application): Promise<ApplicationHistoryEntry[]> {
    return this.histories.load(id).then((entries) => entries.slice(-100));
  }

  @ResolveField(() => [Interview], {
    description: 'Its latest interviews, in order of time, at most 100.',
  })
  interviews(@Parent() { id }: Application): Promise<Interview[]> {
    return this.interviewLists.load(id).then((interviews) => interviews.slice(-100));
  }

  @ResolveField(() => [Offer], { description: 'Its latest offers, oldest first, at most 20.' })
  offers(@Parent() { id }: Application): Promise<Offer[]> {
    return this.offerLists.load(id).then((offers) => offers.slice(-20));
  }

  @ResolveField(() => [ApplicationNote], {
    description:
      'Latest notes of the employer, at most 100; the applicant gets the shared ones only.',
  })
  async notes(
    @CurrentActor() actor: Actor,
    @Parent() application: Application,
  ): Promise<ApplicationNote[]> {
    const notes = (await this.noteLists.load(application.id)).slice(-100);
    return mayRead(actor, application) && !isApplicant(actor, application)
      ? notes
      : notes.filter(({ visibility }) => visibility === 'SHARED');
  }

  @ResolveField(() => ApplicationViewerCan, { description: 'What the viewer may do with it now.' })
  viewerCan(
    @CurrentActor() actor: Actor,
    @Parent() application: Application,
  ): ApplicationViewerCan {
    const own = isApplicant(actor, application);
    const decides = mayDecide(actor, application) && !own;
    const can = (step: ApplicationTransition, by: 'APPLICANT' | 'EMPLOYER'): boolean =>
      (by === 'APPLICANT' ? own : decides) && applicationMachine.can(application.state, step, by);
    return {
      withdraw: can('withdraw', 'APPLICANT'),
      shortlist: can('shortlist', 'EMPLOYER'),
      interview: can('interview', 'EMPLOYER'),
      offer: can('offer', 'EMPLOYER'),
      close: can('close', 'EMPLOYER'),
      answerOffer: can('accept', 'APPLICANT'),
      onboard: can('onboard', 'EMPLOYER'),
    };
  }
}

function shown(snapshot: NonNullable<Application['snapshot']>): ApplicantSnapshot {
  return {
    fullName: snapshot.fullName,
    phone: snapshot.contact.phone,
    email: snapshot.contact.email,
    headline: snapshot.headline,
    summary: snapshot.summary,
    educationLevel: snapshot.educationLevel?.name ?? null,
    experienceYears: snapshot.experienceYears,
    availableFrom: snapshot.availableFrom,
    skills: [...snapshot.skills],
    educations: snapshot.educations.map((education) => ({
      institution: education.institution,
      level: education.educationLevel?.name ?? null,
      major: education.majorName,
    })),
    experiences: snapshot.experiences.map(({ employerName, position, description }) => ({
      employerName,
      position,
      description,
    })),
    takenAt: new Date(snapshot.takenAt),
  };
}
