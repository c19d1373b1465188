import { Injectable } from '@nestjs/common';
import { ApplicationReader } from '../../applications/index.js';
import { JobPostingReader, type JobPostingMatchFeatures } from '../../job-postings/index.js';
import { ProfileReader } from '../../profiles/index.js';
import { seededDraws } from '../allocation/lottery.js';
import { seekerFeatures, type PostingFeatures } from '../engine/match-features.js';
import { interestShare } from '../engine/match-score.rules.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { OutcomeReader, type MetPair } from './outcome.reader.js';
import { PostingSource } from './posting-source.js';

/** Applications learned from at most; the latest. */
const MOST_APPLIED = 20_000;
/** Postings that were not answered, for each that was: at most so many shown, and as many of those open. */
const MOST_LEFT = 4;
const BATCH = 2_000;

/** What became of postings that people came across in this installation, as the terms of the score see it. */
@Injectable()
export class OutcomeSource {
  constructor(
    private readonly outcomes: OutcomeReader,
    private readonly open: PostingSource,
    private readonly profiles: ProfileReader,
    private readonly jobPostings: JobPostingReader,
    private readonly applications: ApplicationReader,
  ) {}

  async read(): Promise<Outcome[]> {
    const applied = await this.outcomes.applied(MOST_APPLIED);
    const openIds = await this.open.ids();
    const found: Outcome[] = [];
    const byPerson = [...Map.groupBy(applied, ({ profileId }) => profileId)];
    for (let start = 0; start < byPerson.length; start += BATCH) {
      const people = byPerson.slice(start, start + BATCH);
      const ids = people.map(([profileId]) => profileId);
      const shown = Map.groupBy(await this.outcomes.passedOver(ids), ({ profileId }) => profileId);
      const met = people.flatMap(([profileId, answered]) => [
        ...answered,
        ...passedOver(profileId, answered, shown.get(profileId) ?? [], openIds),
      ]);
      found.push(...(await this.withShares(ids, met)));
    }
    return found;
  }

  private async withShares(profileIds: readonly string[], met: readonly MetPair[]) {
    const features = await this.profiles.matchFeatures({ ids: profileIds });
    const people = new Map(
      features.map((person) => [person.profileId, seekerFeatures({ ...person, collegeIds: [] })]),
    );
    const postings = await this.postings([...new Set(met.map((pair) => pair.jobPostingId))]);
    const bookmarked = await this.outcomes.bookmarked(profileIds);
    return met.flatMap((pair) => {
      const person = people.get(pair.profileId);
      const posting = postings.get(pair.jobPostingId);
      if (!person || !posting) return [];
      const isKept = bookmarked.has(`${pair.profileId} ${pair.jobPostingId}`);
      const own = Number(pair.isPositive || isKept);
      return outcomeOf(person, asSeenBy(own, posting), pair.isPositive) ?? [];
    });
  }

  /** Also of postings that are closed by now. */
  private async postings(ids: readonly string[]): Promise<Map<string, CountedPosting>> {
    const found = new Map<string, CountedPosting>();
    for (let start = 0; start < ids.length; start += BATCH) {
      const batch = ids.slice(start, start + BATCH);
      const applicants = await this.applications.applicantsBesideBookmarks(batch);
      for (const posting of await this.jobPostings.pastMatchFeatures(batch)) {
        const interested = posting.bookmarkCount + (applicants.get(posting.jobPostingId) ?? 0);
        found.set(posting.jobPostingId, { posting, interested });
      }
    }
    return found;
  }
}

interface CountedPosting {
  readonly posting: JobPostingMatchFeatures;
  readonly interested: number;
}

/** The posting before the person's own interest, a seat taken by her, and an audience that let her in. */
function asSeenBy(own: number, { posting, interested }: CountedPosting): PostingFeatures {
  return {
    ...posting,
    freeSeats: null,
    audienceCollegeIds: null,
    interestShare: interestShare(interested - own),
  };
}

/** What a person did not answer: some of what was shown, and of what is open, drawn by lot from the person's id. */
function passedOver(
  profileId: string,
  answered: readonly MetPair[],
  shown: readonly MetPair[],
  openIds: readonly string[],
): MetPair[] {
  const draw = seededDraws(profileId);
  const most = MOST_LEFT * answered.length;
  const left = new Map(drawn(shown, most, draw).map((pair) => [pair.jobPostingId, pair]));
  const isAnswered = new Set(answered.map(({ jobPostingId }) => jobPostingId));
  for (let i = 0; i < most && openIds.length > 0; i++) {
    const jobPostingId = openIds[draw(openIds.length)] ?? '';
    if (isAnswered.has(jobPostingId)) continue;
    left.set(jobPostingId, { profileId, jobPostingId, isPositive: false });
  }
  return [...left.values()];
}

function drawn<T>(from: readonly T[], count: number, draw: (bound: number) => number): T[] {
  const left = [...from];
  const taken: T[] = [];
  while (left.length > 0 && taken.length < count) {
    taken.push(...left.splice(draw(left.length), 1));
  }
  return taken;
}
