import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/auth/index.js';
import type { Locale } from '../../core/context/index.js';
import { JobFairReader } from '../activities/index.js';
import { ApplicationReader, InterviewReader } from '../applications/index.js';
import { JobPostingReader } from '../job-postings/index.js';
import { OrganisationReader } from '../organisations/index.js';
import { CLOSE_REASONS, type FactName } from './notification-texts.js';
import type { NotificationParams } from './notification.params.js';

export type Facts = Partial<Record<FactName, string>>;

const CLOCK_TIME: Readonly<Record<Locale, Intl.DateTimeFormat>> = {
  'zh-CN': timeFormat('zh-CN'),
  en: timeFormat('en-GB'),
};

interface Records {
  /** Visible applications and the posting of each. */
  readonly applications: ReadonlyMap<string, string>;
  readonly postings: ReadonlyMap<string, { title: string; employerName: string | null }>;
  readonly interviews: ReadonlyMap<string, Date>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly fairs: ReadonlyMap<string, string>;
}

/** Names and times that notices speak of, as far as the reader may see the records they stand in. */
@Injectable()
export class NotificationFacts {
  constructor(
    private readonly applications: ApplicationReader,
    private readonly interviews: InterviewReader,
    private readonly postings: JobPostingReader,
    private readonly organisations: OrganisationReader,
    private readonly fairs: JobFairReader,
  ) {}

  /** Facts of each notice, in their order; as many statements for many as for one. */
  async load(actor: Actor, locale: Locale, all: readonly NotificationParams[]): Promise<Facts[]> {
    const records = await this.read(actor, all);
    return all.map((params) => factsOf(params, records, locale));
  }

  private async read(actor: Actor, all: readonly NotificationParams[]): Promise<Records> {
    const ids = (...names: (keyof NotificationParams)[]): string[] => [
      ...new Set(all.flatMap((params) => names.flatMap((name) => idOf(params[name])))),
    ];
    const applications = new Map(
      (await this.applications.findMany(actor, ids('applicationId'))).map((application) => [
        application.id,
        application.jobPostingId,
      ]),
    );
    // Whoever may see an application may see the posting behind it, open or not.
    const behind = new Set(applications.values());
    const others = all.filter(({ applicationId }) => applicationId === undefined);
    const asked = new Set(others.flatMap(({ jobPostingId }) => idOf(jobPostingId)));
    const postings = [
      ...(await this.postings.findAny([...behind])),
      ...(await this.postings.findMany(
        actor,
        [...asked].filter((id) => !behind.has(id)),
      )),
    ];
    const arranged = all
      .filter(({ applicationId }) => applications.has(applicationId ?? ''))
      .flatMap(({ interviewId }) => idOf(interviewId));
    const named = await this.organisations.findMany(
      ids('organisationId', 'collegeId', 'enterpriseId', 'partyIds'),
    );
    const fairs = await this.fairs.findMany(actor, ids('jobFairId'));
    return {
      applications,
      postings: new Map(postings.map((posting) => [posting.id, posting])),
      interviews: await this.interviews.startsOf([...new Set(arranged)]),
      organisations: new Map(named.map(({ id, name }) => [id, name])),
      fairs: new Map(fairs.map(({ id, name }) => [id, name])),
    };
  }
}

function factsOf(params: NotificationParams, records: Records, locale: Locale): Facts {
  const { applications, postings, interviews, organisations, fairs } = records;
  const { applicationId } = params;
  const mayKnow = applicationId === undefined || applications.has(applicationId);
  const posting = mayKnow ? postings.get(params.jobPostingId ?? '') : undefined;
  const startsAt = mayKnow ? interviews.get(params.interviewId ?? '') : undefined;
  const facts: Record<FactName, string | null | undefined> = {
    posting: posting?.title,
    employer: posting?.employerName,
    organisation: organisations.get(params.organisationId ?? ''),
    college: organisations.get(params.collegeId ?? ''),
    parties: partiesOf(params, organisations, locale),
    fair: fairs.get(params.jobFairId ?? ''),
    time: startsAt && CLOCK_TIME[locale].format(startsAt),
    reason: CLOSE_REASONS[locale][params.reason ?? ''],
    days: params.daysLeft?.toString(),
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== null && value !== undefined),
  );
}

function idOf(value: NotificationParams[keyof NotificationParams]): readonly string[] {
  if (typeof value === 'object') return value;
  return typeof value === 'string' ? [value] : [];
}

/** Names of the parties of an agreement; of old notices the college and the enterprise. */
function partiesOf(
  { partyIds, collegeId, enterpriseId }: NotificationParams,
  organisations: ReadonlyMap<string, string>,
  locale: Locale,
): string | undefined {
  const ids = partyIds ?? [collegeId, enterpriseId].filter((id) => id !== undefined);
  const names = ids.map((id) => organisations.get(id)).filter((name) => name !== undefined);
  if (names.length === 0) return undefined;
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** Times are those of the clock in China, wherever the reader is. */
function timeFormat(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'long',
    timeStyle: 'short',
  });
}
