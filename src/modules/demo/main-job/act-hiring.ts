import type { Cast, Person } from './cast.js';
import { accept, apply, interviewAndOffer, onboard, ownApplication } from './hiring.js';
import { agree, openToPartner } from './partnership.js';
import type { MainJobReader } from './main-job.reader.js';
import { must } from './play-failed.js';
import type { Play } from './play.js';
import { approve, draftAndSubmit, finds, type PostingSeen } from './postings.js';
import { describeOneself, enrol, rankFor } from './students.js';

/** From two postings to two people hired: one by partnership, one in the open. */
export async function playHiring(play: Play, cast: Cast, reader: MainJobReader): Promise<void> {
  const { student, graduate, other, enterprise, college, officer } = cast;
  const titles = [`数控机床操作工 ${play.run}`, `订单班数控操作工 ${play.run}`] as const;
  const [open, reserved] = await play.step(
    'The enterprise drafts two postings and hands them in',
    () =>
      Promise.all([
        draftAndSubmit(enterprise, titles[0], 1),
        draftAndSubmit(enterprise, titles[1], 1),
      ]),
  );
  await play.step(
    'College and enterprise sign an agreement, which opens one posting to its students only',
    async () => {
      const agreementId = await agree(play, college, enterprise);
      await openToPartner(enterprise, agreementId, reserved.id);
    },
  );
  await play.step(
    'Three graduates describe themselves; the college confirms its student',
    async () => {
      await Promise.all([student, graduate, other].map((person) => describeOneself(person)));
      await enrol(student, college, `MJ${play.run}`);
    },
  );
  await play.step('The bureau approves both postings', () =>
    Promise.all([approve(officer.client, open), approve(officer.client, reserved)]),
  );
  await searchAndMatch(play, cast, open, reserved);

  const [byStudent, byGraduate, byOther] = await play.step('They apply', () =>
    Promise.all([apply(student, reserved.id), apply(graduate, open.id), apply(other, open.id)]),
  );
  const [forStudent, forGraduate] = await play.step(
    'Interviews are proposed and confirmed, offers made',
    () =>
      Promise.all([
        interviewAndOffer(enterprise, student, byStudent.id, 2),
        interviewAndOffer(enterprise, graduate, byGraduate.id, 3),
      ]),
  );
  await play.step('Both accept at once', () =>
    Promise.all([accept(student, forStudent), accept(graduate, forGraduate)]),
  );
  await play.step('Both postings are filled and leave the search', async () => {
    await Promise.all(
      [open, reserved].map((posting) =>
        play.eventually(`${posting.title} leaves the search`, async () =>
          (await finds(student.client, posting.title, posting.id)) === false ? true : null,
        ),
      ),
    );
    await play.eventually('who was not chosen is told why', async () =>
      (await ownApplication(other, byOther.id)).closeReason === 'POSTING_FILLED' ? true : null,
    );
  });
  await play.step('The graduates begin to work', () =>
    Promise.all([onboard(enterprise, byStudent.id), onboard(enterprise, byGraduate.id)]),
  );
  await play.step('The records say the same', async () => {
    const outcomes = [await reader.outcomeOf(open.id), await reader.outcomeOf(reserved.id)];
    const expected = [
      { posting: 'filled', filledCount: 1, applications: ['onboarded', 'posting_filled'] },
      { posting: 'filled', filledCount: 1, applications: ['onboarded'] },
    ];
    must(
      JSON.stringify(outcomes) === JSON.stringify(expected),
      `hired as told: ${JSON.stringify(outcomes)}`,
    );
  });
}

async function searchAndMatch(
  play: Play,
  { student, graduate, other }: Cast,
  open: PostingSeen,
  reserved: PostingSeen,
): Promise<void> {
  await play.step(
    'Everybody finds the open posting, only the partner’s student the other',
    async () => {
      const seen = (person: Person, { title, id }: PostingSeen): Promise<boolean | null> =>
        finds(person.client, title, id);
      for (const [person, posting] of [
        [student, open],
        [graduate, open],
        [other, open],
        [student, reserved],
      ] as const)
        await play.eventually(`${person.displayName} finds ${posting.title}`, async () =>
          (await seen(person, posting)) === true ? true : null,
        );
      must(
        (await seen(graduate, reserved)) === false,
        'a posting for partners stays hidden from others',
      );
      must(
        (await finds(play.anyone, reserved.title, reserved.id)) === false,
        'and from people not signed in',
      );
    },
  );
  await play.step(
    'The postings are recommended to those whom they fit',
    async () => {
      const pairs = [
        [student, reserved],
        [graduate, open],
        [other, open],
      ] as const;
      return Promise.all(
        pairs.map(([{ client, displayName }, { id }]) =>
          play.eventually(`a recommendation for ${displayName}`, () => rankFor(client, id)),
        ),
      );
    },
    (ranks) => `places ${ranks.join(', ')}`,
  );
}
