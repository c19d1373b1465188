import type { DemoOrganisation, DemoWorld } from './demo-world.js';

const POSTINGS_BROUGHT = 5;
const CAME_TO_OPEN_FAIR = 12;

/** A fair of the first college for its partners, and one of the city's bureau for everybody. */
export function addJobFairs(world: DemoWorld): void {
  const [college] = world.colleges;
  const [, bureau] = world.bureaux;
  if (!college || !bureau) throw new Error('There is nobody to hold a fair');
  addClosedFair(world, college);
  const came = world.enterprises
    .filter(({ isInGoodStanding }) => isInGoodStanding)
    .slice(0, CAME_TO_OPEN_FAIR);
  const open = addFair(world, bureau, {
    name: '冬季人才招聘会（演示）',
    description: '面向全市求职者，制造、物流、护理、餐饮等行业单位现场招聘，免费入场。',
    admission: 'open',
    days: 20,
    seatLimit: 60,
    seatsTaken: came.length,
  });
  for (const each of came) addPlace(world, open, each, null, true);
}

/** Its partners are invited; every other one has answered. */
function addClosedFair(world: DemoWorld, college: DemoOrganisation): void {
  const partnerships = new Map(
    world.partnerships
      .filter((each) => each.college.id === college.id)
      .map((each) => [each.enterprise.id, each] as const),
  );
  const invited = [...partnerships.values()];
  const isComing = (index: number): boolean => index % 2 === 1;
  const fair = addFair(world, college, {
    name: `${college.name}合作企业专场招聘会（演示）`,
    description: '只邀请与学校签有合作协议的单位参展，面向本校应届毕业生。',
    admission: 'partners',
    days: 15,
    seatLimit: 30,
    seatsTaken: invited.filter((_, index) => isComing(index)).length,
  });
  invited.forEach(({ enterprise, agreementId }, index) => {
    addPlace(world, fair, enterprise, agreementId, isComing(index));
  });
}

function addFair(
  world: DemoWorld,
  organiser: DemoOrganisation,
  fair: {
    readonly name: string;
    readonly description: string;
    readonly admission: 'open' | 'partners';
    readonly days: number;
    readonly seatLimit: number;
    readonly seatsTaken: number;
  },
): string {
  const { calendar } = world;
  const publishedAt = calendar.at(-3);
  const at = publishedAt.toISOString();
  const { days, seatLimit, seatsTaken, ...told } = fair;
  const id = world.add('job_fairs', publishedAt, {
    ...told,
    organiser_id: organiser.id,
    region_id: organiser.regionId,
    address: `${organiser.address}一楼大厅`,
    starts_at: calendar.hour(days, 9).toISOString(),
    ends_at: calendar.hour(days, 16).toISOString(),
    registration_closes_at: calendar.hour(days - 2, 18).toISOString(),
    seat_limit: seatLimit,
    seats_taken: seatsTaken,
    stage: 'published',
    published_at: at,
    version: 1,
    created_at: at,
    updated_at: at,
  });
  const by = { job_fair_id: id, actor_id: organiser.administratorId, occurred_at: at };
  world.add('job_fair_history', publishedAt, { ...by, from_stage: null, to_stage: 'draft' });
  world.add('job_fair_history', publishedAt, { ...by, from_stage: 'draft', to_stage: 'published' });
  return id;
}

function addPlace(
  world: DemoWorld,
  jobFairId: string,
  { id: organisationId, administratorId }: DemoOrganisation,
  agreementId: string | null,
  isComing: boolean,
): void {
  const [invitedAt, answeredAt] = [world.calendar.at(-3), world.calendar.at(-2)];
  const at = (agreementId === null ? answeredAt : invitedAt).toISOString();
  const placeId = world.add('job_fair_places', invitedAt, {
    ...{ job_fair_id: jobFairId, organisation_id: organisationId, agreement_id: agreementId },
    state: isComing ? 'registered' : 'invited',
    invited_at: agreementId === null ? null : at,
    answered_at: isComing ? answeredAt.toISOString() : null,
    created_at: at,
    updated_at: (isComing ? answeredAt : invitedAt).toISOString(),
  });
  const took = (from: string | null, to: string, when: Date, actorId: string | null): void => {
    world.add('job_fair_place_history', when, {
      ...{ place_id: placeId, from_state: from, to_state: to, actor_id: actorId },
      occurred_at: when.toISOString(),
    });
  };
  if (agreementId !== null) took(null, 'invited', invitedAt, null);
  if (!isComing) return;
  took(agreementId === null ? null : 'invited', 'registered', answeredAt, administratorId);
  const own = world.postings.filter(
    ({ enterprise, state }) => enterprise.id === organisationId && state === 'published',
  );
  own.slice(0, POSTINGS_BROUGHT).forEach((posting, index) => {
    world.rows.add('job_fair_postings', {
      ...{ place_id: placeId, position: index + 1, job_posting_id: posting.id },
    });
  });
}
