import { creditCodeCheckDigit, searchable } from '../../organisations/index.js';
import {
  COLLEGE_CODES,
  DISTRICTS,
  ENTERPRISE_PREFIXES,
  LABOUR_BASES,
  QIANXINAN,
  SUZHOU,
  WUZHONG,
} from './cast.data.js';
import { later, midnightAfter } from './demo-calendar.js';
import type { DemoOrganisation, DemoWorld } from './demo-world.js';
import { addAccount, inventName } from './people.js';
import { DEMO_TRADES } from './trades.data.js';

const ENTERPRISES = 40;
const VALIDITY_DAYS = 180;
const EVIDENCE_EDITION = '2026-01';
const NOTE = '本机构及其招聘信息均为演示数据，并非真实机构发布。';

type Standing = 'verified' | 'unverified' | 'lapsed' | 'suspended';

interface Particulars {
  readonly kind: string;
  readonly name: string;
  readonly regionCode: string;
  readonly accountClass?: string;
  readonly address?: string;
  readonly industryCode?: string;
  readonly sizeBand?: string;
  readonly collegeId?: string;
  readonly intake?: readonly [number, number];
  readonly standing?: Standing;
  /** A log-in who runs it; an invented person unless said. */
  readonly administratorId?: string;
}

/** Bureaux first: they verify the others. */
export function addOrganisations(world: DemoWorld): void {
  const { players, random, tables } = world;
  const bureau = { kind: 'hr_bureau', accountClass: 'public_service' };
  world.bureaux.push(
    add(world, { ...bureau, name: '苏州市人力资源和社会保障局（演示）', regionCode: SUZHOU }),
    add(world, {
      ...bureau,
      name: '苏州市吴中区人力资源和社会保障局（演示）',
      regionCode: WUZHONG,
      administratorId: players.bureauOfficer,
    }),
    add(world, { ...bureau, name: '黔西南州人力资源和社会保障局（演示）', regionCode: QIANXINAN }),
  );
  COLLEGE_CODES.forEach((code, index) => {
    const college = tables.colleges.require(code, ['collegeCode']);
    const region = tables.regions.find(college.cityId);
    world.colleges.push(
      add(world, {
        kind: 'college',
        name: `${college.name}（演示）`,
        regionCode: region?.code ?? SUZHOU,
        collegeId: college.id,
        ...(index === 0 ? { administratorId: players.collegeClerk } : {}),
      }),
    );
  });
  LABOUR_BASES.forEach(({ name, regionCode }, index) => {
    const administrator = index === 0 ? { administratorId: players.baseCoordinator } : {};
    const kind = { kind: 'labour_base', accountClass: 'public_service' };
    world.bases.push(add(world, { ...kind, name, regionCode, ...administrator }));
  });
  const districts = DISTRICTS.flatMap((district) =>
    Array.from({ length: district.weight }, () => district),
  );
  const weighted = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4];
  for (let i = 0; i < ENTERPRISES; i += 1) {
    const trade = DEMO_TRADES[weighted[i % weighted.length] ?? 0] ?? DEMO_TRADES[0];
    if (!trade) throw new Error('There are no trades');
    const district = i === 0 ? DISTRICTS[0] : random.pick(districts);
    if (!district) throw new Error('There are no districts');
    const words = trade.enterpriseNames[i % trade.enterpriseNames.length] ?? '';
    const least = random.int(2, 30);
    const organisation = add(world, {
      kind: 'enterprise',
      name: `示例${ENTERPRISE_PREFIXES[i % ENTERPRISE_PREFIXES.length] ?? ''}${words}有限公司`,
      regionCode: district.code,
      address: `${random.pick(district.streets)}${random.int(1, 299).toString()}号`,
      industryCode: random.pick(trade.industryCodes),
      sizeBand: random.pick([
        'from_20_to_99',
        'from_100_to_499',
        'from_100_to_499',
        'from_500_to_999',
        'from_1000_to_9999',
      ]),
      intake: [least, least + random.int(0, 40)],
      standing: standingOf(i),
      ...(i === 0 ? { administratorId: players.recruiter } : {}),
    });
    world.enterprises.push({ ...organisation, trade });
  }
}

/** Most are in good standing; a few show what the others look like. */
function standingOf(index: number): Standing {
  if (index === 11 || index === 23) return 'unverified';
  if (index === 17) return 'lapsed';
  return index === 31 ? 'suspended' : 'verified';
}

function add(world: DemoWorld, given: Particulars): DemoOrganisation {
  const { calendar, random, tables } = world;
  const { standing = 'verified', accountClass = 'own_hiring', address = '示例路1号' } = given;
  const registeredAt = calendar.at(-random.int(60, 170) - (standing === 'lapsed' ? 40 : 0));
  const decidedAt =
    standing === 'lapsed' ? later(calendar.at(-190), 2) : calendar.at(-random.int(3, 45));
  const since = registeredAt < decidedAt ? registeredAt : later(decidedAt, -72);
  const administratorId = given.administratorId ?? addAccount(world, inventName(world), since);
  const isDecided = standing !== 'unverified';
  const validUntil = midnightAfter(decidedAt, VALIDITY_DAYS);
  const region = tables.regions.require(given.regionCode, ['regionCode']);
  const college = given.collegeId === undefined ? null : given.collegeId;
  const { namePinyin, searchText } = searchable(given.name);
  const id = world.add('organisations', since, {
    kind: given.kind,
    name: given.name,
    name_pinyin: namePinyin,
    search_text: searchText,
    unified_social_credit_code: creditCode(world, given),
    region_id: region.id,
    address,
    industry_code: given.industryCode ?? null,
    size_band: given.sizeBand ?? null,
    college_id: college,
    account_class: accountClass,
    description: NOTE,
    standing,
    verified_at: isDecided ? decidedAt.toISOString() : null,
    verified_until: isDecided ? validUntil.toISOString() : null,
    annual_graduate_intake_min: given.intake?.[0] ?? null,
    annual_graduate_intake_max: given.intake?.[1] ?? null,
    registered_by: administratorId,
    version: 1,
    created_at: since.toISOString(),
    updated_at: (isDecided ? decidedAt : since).toISOString(),
  });
  world.add('organisation_members', since, {
    organisation_id: id,
    account_id: administratorId,
    role: 'administrator',
    joined_at: since.toISOString(),
  });
  const organisation = {
    id,
    name: given.name,
    regionId: region.id,
    address: `${region.displayName}${address}`,
    administratorId,
    isInGoodStanding: standing === 'verified',
  };
  addPast(world, organisation, { standing, since, decidedAt, validUntil });
  if (isDecided || given.kind === 'enterprise')
    addVerification(world, organisation, { isDecided, since, decidedAt, validUntil });
  return organisation;
}

/** Codes whose middle part says that they are for demonstration; no registry gives such a body. */
function creditCode(world: DemoWorld, { kind, regionCode }: Particulars): string {
  const serial = world.rows.of('organisations').length + 1;
  const authority =
    kind === 'enterprise' || kind === 'labour_base' ? '91' : kind === 'college' ? '12' : '11';
  const body = `${authority}${regionCode}DEM${serial.toString().padStart(6, '0')}`;
  return body + creditCodeCheckDigit(body);
}

interface Dates {
  readonly since: Date;
  readonly decidedAt: Date;
  readonly validUntil: Date;
}

function addPast(
  world: DemoWorld,
  { id, administratorId }: DemoOrganisation,
  { standing, since, decidedAt, validUntil }: Dates & { readonly standing: Standing },
): void {
  const change = (at: Date, fields: Readonly<Record<string, string | null>>): void => {
    world.add('organisation_history', at, {
      organisation_id: id,
      change: 'standing_changed',
      from_standing: null,
      to_standing: null,
      reason_code: null,
      reason_text: null,
      changed_fields: [],
      account_id: null,
      occurred_at: at.toISOString(),
      ...fields,
    });
  };
  change(since, { change: 'registered', account_id: administratorId });
  if (standing !== 'unverified')
    change(decidedAt, {
      from_standing: 'unverified',
      to_standing: 'verified',
      reason_code: 'verify',
    });
  if (standing === 'lapsed')
    change(validUntil, { from_standing: 'verified', to_standing: 'lapsed', reason_code: 'lapse' });
  if (standing === 'suspended')
    change(later(decidedAt, 24), {
      from_standing: 'verified',
      to_standing: 'suspended',
      reason_code: 'suspend',
      reason_text: '收到举报，核实期间暂停发布（演示）',
    });
}

function addVerification(
  world: DemoWorld,
  organisation: DemoOrganisation,
  { isDecided, since, decidedAt, validUntil }: Dates & { readonly isDecided: boolean },
): void {
  const submittedAt = isDecided ? later(decidedAt, -48) : world.calendar.at(-2);
  const own = world.bureaux.find(({ regionId }) => regionId === organisation.regionId);
  const bureau = own ?? world.bureaux[0];
  if (!bureau && isDecided) return;
  const decider = isDecided ? (bureau?.administratorId ?? null) : null;
  const id = world.add('organisation_verifications', submittedAt, {
    organisation_id: organisation.id,
    state: isDecided ? 'approved' : 'submitted',
    requirements_edition: EVIDENCE_EDITION,
    note: '演示数据，无实际材料',
    submitted_by: organisation.administratorId,
    submitted_at: submittedAt.toISOString(),
    due_on: midnightAfter(submittedAt, 7).toISOString().slice(0, 10),
    decided_by: decider,
    decided_at: isDecided ? decidedAt.toISOString() : null,
    decided_for: isDecided ? (bureau?.id ?? null) : null,
    valid_until: isDecided ? validUntil.toISOString() : null,
    version: 1,
    created_at: since.toISOString(),
    updated_at: (isDecided ? decidedAt : submittedAt).toISOString(),
  });
  const step = (
    at: Date,
    transition: string,
    from: string | null,
    to: string,
    by: string | null,
  ): void => {
    world.add('organisation_verification_history', at, {
      verification_id: id,
      transition,
      from_state: from,
      to_state: to,
      account_id: by,
      reason: null,
      occurred_at: at.toISOString(),
    });
  };
  step(submittedAt, 'submit', null, 'submitted', organisation.administratorId);
  if (!isDecided) return;
  step(later(decidedAt, -1), 'claim', 'submitted', 'in_review', decider);
  step(decidedAt, 'approve', 'in_review', 'approved', decider);
}
