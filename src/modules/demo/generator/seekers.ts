import { monthlyPayFen, skillKey } from '../../reference-data/index.js';
import type { DemoOrganisation, DemoSeeker, DemoWorld } from './demo-world.js';
import { addAccount, inventName } from './people.js';
import type { DemoTrade, DemoWork } from './trade.js';
import { DEMO_TRADES } from './trades.data.js';

const SEEKERS = 300;
const HOMES = [
  '320506',
  '320506',
  '320506',
  '320576',
  '320505',
  '320583',
  '320509',
  '341200',
  '411500',
  '522300',
];
const FEN = 100;

/** Job seekers with schooling, skills, some experience and one or two wishes; the first one has the graduate's log-in. */
export function addSeekers(world: DemoWorld): void {
  for (let i = 0; i < SEEKERS; i += 1) {
    const trade = DEMO_TRADES[i === 0 ? 0 : i % DEMO_TRADES.length];
    if (!trade) throw new Error('There are no trades');
    const work = i === 0 ? trade.works[0] : world.random.pick(trade.works);
    if (!work) throw new Error(`${trade.key} has no work`);
    world.seekers.push(addSeeker(world, i, trade, work));
  }
}

function addSeeker(world: DemoWorld, index: number, trade: DemoTrade, work: DemoWork): DemoSeeker {
  const { calendar, players, random } = world;
  const createdAt = calendar.at(-random.int(20, 90) - random.next());
  const isGraduate = index === 0;
  const fullName = isGraduate ? '沈晓燕' : inventName(world);
  const accountId = isGraduate ? players.graduate : addAccount(world, fullName, createdAt);
  const college = isGraduate
    ? (world.colleges[0] ?? null)
    : random.chance(0.7)
      ? random.pick(world.colleges)
      : null;
  const major = isGraduate
    ? (trade.majors[0] ?? random.pick(trade.majors))
    : random.pick(trade.majors);
  const level = college === null ? random.pick(['41', '61', '71']) : '31';
  const years = isGraduate ? 0 : random.int(0, college === null ? 12 : 6);
  const graduation = isGraduate ? 0.3 : years + random.next();
  const graduatedOn = calendar.day(-Math.round(graduation * 365));
  const homeId = world.regionId(isGraduate ? '320506' : random.pick(HOMES));
  const headline =
    years === 0 ? `应届毕业生，求职${work.title}` : `${years.toString()}年经验，求职${work.title}`;
  const summary = '学习认真，动手能力强，能服从排班。（演示数据）';
  const skills = isGraduate
    ? [...work.skills]
    : random.sample(work.skills, random.int(2, work.skills.length));
  const profile = {
    account_id: accountId,
    full_name: fullName,
    headline,
    summary,
    home_region_id: homeId,
    education_level_code: level,
    education_rank: world.tables.educationLevels.require(level, ['educationLevelCode']).rank,
    major_code: college === null ? null : major.code,
    experience_years: years,
    available_from: calendar.day(random.int(3, 40)),
    visibility: index % 3 === 1 ? 'employers_i_apply_to' : 'everyone',
    is_active: index % 25 !== 24,
    version: 1,
    created_at: createdAt.toISOString(),
    updated_at: createdAt.toISOString(),
  };
  const profileId = world.add('job_seeker_profiles', createdAt, profile);
  const startedOn = calendar.day(-Math.round((graduation + 3) * 365));
  world.add('education_entries', createdAt, {
    profile_id: profileId,
    institution: institutionOf(college),
    college_id: null,
    education_level_code: level,
    major_name: college === null ? null : major.name,
    major_code: college === null ? null : major.code,
    started_on: startedOn,
    ended_on: graduatedOn,
    ordinal: 0,
  });
  skills.forEach((name, ordinal) => {
    world.add('profile_skills', createdAt, {
      profile_id: profileId,
      name,
      normalised_name: skillKey(name),
      proficiency: years > 3 ? 'expert' : years > 0 ? 'skilled' : 'basic',
      ordinal,
    });
  });
  const experience = years === 0 ? null : addExperience(world, profileId, createdAt, work, years);
  const certificate = random.chance(0.35)
    ? addCertificate(world, profileId, createdAt, work)
    : null;
  addWishes(world, profileId, createdAt, trade, work);
  const seeker = { profileId, accountId, fullName, trade, work, college, major, graduatedOn };
  return {
    ...seeker,
    snapshot: snapshotOf(world, { ...seeker, profile, startedOn, skills, experience, certificate }),
  };
}

function addExperience(
  world: DemoWorld,
  profileId: string,
  createdAt: Date,
  work: DemoWork,
  years: number,
) {
  const from = world.calendar.day(-years * 365);
  const to = world.calendar.day(-world.random.int(10, 60));
  const employer = `示例${world.random.pick(['华东', '江南', '长三角', '太湖'])}${world.random.pick(['制造', '服务', '物流'])}有限公司`;
  world.add('experience_entries', createdAt, {
    profile_id: profileId,
    employer_name: employer,
    position: work.title,
    occupation_code: work.occupationCode,
    description: work.duties,
    started_on: from,
    ended_on: to,
    ordinal: 0,
  });
  return {
    employerName: employer,
    position: work.title,
    description: work.duties,
    startedOn: from,
    endedOn: to,
  };
}

function addCertificate(world: DemoWorld, profileId: string, createdAt: Date, work: DemoWork) {
  const level = world.random.pick(['elementary', 'intermediate', 'advanced']);
  const name = `${work.title}职业技能等级证书`;
  const issuedOn = world.calendar.day(-world.random.int(100, 900));
  world.add('profile_certificates', createdAt, {
    profile_id: profileId,
    name,
    issuer: '示例技能评价机构',
    occupation_code: work.occupationCode,
    skill_level_id: level,
    issued_on: issuedOn,
    ordinal: 0,
  });
  const skillLevel = {
    code: level,
    name: world.tables.skillLevels.require(level, ['skillLevelCode']).name,
  };
  return { name, issuer: '示例技能评价机构', issuedOn, skillLevel };
}

function addWishes(
  world: DemoWorld,
  profileId: string,
  at: Date,
  trade: DemoTrade,
  work: DemoWork,
): void {
  const { random } = world;
  const wishes = [
    work,
    ...random.sample(
      trade.works.filter((other) => other !== work),
      random.int(0, 1),
    ),
  ];
  wishes.forEach((wish, ordinal) => {
    const least = wish.pay[0] * FEN - random.int(0, 5) * 10_000;
    world.add('job_intentions', at, {
      profile_id: profileId,
      title: wish.title,
      occupation_code: wish.occupationCode,
      region_ids: random.chance(0.5) ? [world.regionId('320506')] : [world.regionId('320500')],
      pay_min_fen: Number(monthlyPayFen(BigInt(least), 'MONTH')),
      pay_max_fen: null,
      pay_period: 'month',
      engagement_type: 'full_time',
      start_from: null,
      ordinal,
    });
  });
}

/** What an employer gets with an application: the same form that the profile gives when someone applies. */
function snapshotOf(
  world: DemoWorld,
  of: Pick<DemoSeeker, 'profileId' | 'fullName' | 'college' | 'major' | 'graduatedOn'> & {
    readonly profile: {
      readonly headline: string;
      readonly summary: string;
      readonly home_region_id: string;
      readonly education_level_code: string;
      readonly experience_years: number;
      readonly available_from: string;
    };
    readonly startedOn: string;
    readonly skills: readonly string[];
    readonly experience: object | null;
    readonly certificate: object | null;
  },
): Readonly<Record<string, unknown>> {
  const { profile } = of;
  const level = world.tables.educationLevels.require(profile.education_level_code, [
    'educationLevelCode',
  ]);
  const home = world.tables.regions.find(profile.home_region_id);
  const educationLevel = { code: level.code, name: level.name };
  return {
    profileId: of.profileId,
    version: 1,
    fullName: of.fullName,
    contact: { phone: null, email: null },
    headline: profile.headline,
    summary: profile.summary,
    homeRegion: home === null ? null : { code: home.code, name: home.name },
    educationLevel,
    experienceYears: profile.experience_years,
    availableFrom: profile.available_from,
    educations: [
      {
        institution: institutionOf(of.college),
        educationLevel,
        majorName: of.college === null ? null : of.major.name,
        majorCode: of.college === null ? null : of.major.code,
        startedOn: of.startedOn,
        endedOn: of.graduatedOn,
      },
    ],
    experiences: of.experience === null ? [] : [of.experience],
    skills: of.skills.map((name) => ({ name, proficiency: null })),
    certificates: of.certificate === null ? [] : [of.certificate],
    portfolio: [],
  };
}

const institutionOf = (college: DemoOrganisation | null): string =>
  college === null ? '示例职业高级中学' : college.name.replace('（演示）', '');
