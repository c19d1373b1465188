import { latestCode, type Employer } from './cast.js';
import type { Play } from './play.js';
import { must } from './play-failed.js';
import { dayFromNow } from './postings.js';

interface Seen {
  readonly agreement: {
    readonly id: string;
    readonly state: string;
    readonly contentHash: string | null;
  };
}
const SEEN = 'agreement { id state contentHash }';

/** The college draws an agreement up and proposes it; both sign the very same text; it takes effect. */
export async function agree(play: Play, college: Employer, enterprise: Employer): Promise<string> {
  const clerk = college.person.client;
  const { agreement } = await clerk.act<Seen>(
    'createAgreement',
    {
      organisationId: college.id,
      partnerId: enterprise.id,
      content: {
        form: 'ORDER_CLASS',
        title: '数控技术订单班合作协议',
        terms:
          '企业提供实习与就业岗位并安排师傅带教；学校按岗位要求调整课程；双方不向学生收取任何费用。',
        promisedStudents: 30,
        startsOn: dayFromNow(0),
        endsOn: dayFromNow(365),
      },
    },
    SEEN,
  );
  const agreementId = agreement.id;
  const { agreement: proposed } = await clerk.act<Seen>('proposeAgreement', { agreementId }, SEEN);
  must(proposed.state === 'AWAITING_SIGNATURES', 'a proposed agreement waits for its signatures');
  const sign = (party: Employer): Promise<Seen> => signFor(play, party, proposed);
  const first = await sign(college);
  must(first.agreement.state === 'PARTIALLY_SIGNED', 'signed by one side it waits for the other');
  const second = await sign(enterprise);
  must(second.agreement.state === 'EFFECTIVE', 'signed by both sides it takes effect');
  return agreementId;
}

/** Opens the text, proves by a code that it is him, confirms and signs, as one does it in the portal. */
async function signFor(
  play: Play,
  { person }: Employer,
  { id, contentHash }: Seen['agreement'],
): Promise<Seen> {
  const { agreement } = await person.client.ask<{ agreement: { myTurns: { id: string }[] } }>(
    'query ($id: ID!) { agreement(id: $id) { myTurns { id } } }',
    { id },
  );
  const before = await latestCode(play, person.contact);
  const { signingSession } = await person.client.act<{ signingSession: { id: string } }>(
    'beginAgreementSigning',
    { signatoryId: agreement.myTurns[0]?.id },
    'signingSession { id }',
  );
  const signingSessionId = signingSession.id;
  const session = { signingSessionId };
  await person.client.act('sendAgreementSigningCode', session, 'signingSession { id }', {
    isKeyed: false,
  });
  const code = await latestCode(play, person.contact, before);
  return person.client.act<Seen>(
    'signAgreement',
    { agreementId: id, signingSessionId, contentHash, isConfirmed: true, code },
    SEEN,
  );
}

/** Opens a posting to the students of the partner college only. */
export async function openToPartner(
  enterprise: Employer,
  agreementId: string,
  jobPostingId: string,
): Promise<void> {
  const { agreement } = await enterprise.person.client.act<Seen>(
    'openPostingToPartner',
    { agreementId, jobPostingId, rule: 'PARTNERS_ONLY' },
    SEEN,
  );
  must(agreement.state === 'EFFECTIVE', 'only an agreement in effect opens postings');
}
