import { later } from './demo-calendar.js';
import type { DemoSeeker, DemoWorld } from './demo-world.js';
import { inventName } from './people.js';

const UNCLAIMED = 60;

/** Students' places: most confirmed, some in every other state, and a roster that nobody has claimed yet. */
export function addAffiliations(world: DemoWorld): void {
  const students = world.seekers.filter(({ college }) => college !== null);
  students.forEach((student, index) => {
    addPlace(world, index, student);
  });
  for (let i = 0; i < UNCLAIMED; i += 1) addPlace(world, students.length + i, null);
}

function addPlace(world: DemoWorld, index: number, student: DemoSeeker | null): void {
  const { calendar, random } = world;
  const college = student?.college ?? random.pick(world.colleges);
  const rosteredAt = calendar.at(-random.int(30, 55));
  const claimedAt = calendar.at(-random.int(12, 25));
  const decidedAt = later(claimedAt, 30);
  const leftAt = calendar.at(-random.int(1, 9));
  const state = student === null ? 'rostered' : stateOf(index);
  const isOpenOrEnded = state !== 'rostered';
  const isDecided = isOpenOrEnded && state !== 'claimed';
  const major = student?.major ?? { code: '460301', name: '机电一体化技术' };
  const graduationYear = Number((student?.graduatedOn ?? calendar.day(220)).slice(0, 4));
  const clerk = college.administratorId;
  const endedAt =
    state === 'left' ? leftAt : isDecided ? decidedAt : isOpenOrEnded ? claimedAt : rosteredAt;
  const id = world.add('affiliations', rosteredAt, {
    college_id: college.id,
    student_number: `DEM${graduationYear.toString()}${index.toString().padStart(5, '0')}`,
    student_name: student?.fullName ?? inventName(world),
    major_code: major.code,
    major_name: major.name,
    class_name: `${major.name}${(1 + (index % 3)).toString()}班`,
    education_level_code: '31',
    graduation_year: graduationYear,
    state,
    is_on_roster: true,
    account_id: student?.accountId ?? null,
    claimed_at: isOpenOrEnded ? claimedAt.toISOString() : null,
    decided_at: isDecided ? decidedAt.toISOString() : null,
    decided_by: isDecided ? clerk : null,
    refusal_reason: state === 'refused' ? '学号与姓名不符，请核对后重新申请' : null,
    left_at: state === 'left' ? leftAt.toISOString() : null,
    version: 1,
    created_at: rosteredAt.toISOString(),
    updated_at: endedAt.toISOString(),
  });
  if (student !== null && state === 'confirmed') world.confirmed.set(student.accountId, college.id);
  const actorId = student?.accountId ?? null;
  world.addHistory('affiliation_history', { affiliation_id: id }, [
    { transition: 'roster', to: 'rostered', at: rosteredAt, actorId: clerk },
    ...(isOpenOrEnded ? [{ transition: 'claim', to: 'claimed', at: claimedAt, actorId }] : []),
    ...(state === 'refused'
      ? [{ transition: 'refuse', to: 'refused', at: decidedAt, actorId: clerk }]
      : []),
    ...(state === 'confirmed' || state === 'left'
      ? [{ transition: 'confirm', to: 'confirmed', at: decidedAt, actorId: clerk }]
      : []),
    ...(state === 'left' ? [{ transition: 'leave', to: 'left', at: leftAt, actorId }] : []),
  ]);
}

/** The first one is the graduate with the log-in. */
function stateOf(index: number): string {
  if (index > 0 && index % 11 === 0) return 'claimed';
  if (index > 0 && index % 29 === 0) return 'refused';
  return index > 0 && index % 23 === 0 ? 'left' : 'confirmed';
}
