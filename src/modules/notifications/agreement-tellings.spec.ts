import * as agreements from '../agreements/index.js';
import { AGREEMENT_TELLINGS } from './agreement-tellings.js';

const id = (n: number): string => `0199d0c4-0000-7000-8000-${String(n).padStart(12, '0')}`;
const SIDES = { agreementId: id(5), collegeId: id(6), enterpriseId: id(7) };
const LISTED = { ...SIDES, enrolmentId: id(9), affiliationId: id(8), accountId: id(4) };
const PARTIES = { partyIds: [id(6), id(7)] };

function noticesOf(event: { readonly name: string }, payload: object) {
  const telling = AGREEMENT_TELLINGS.find((candidate) => candidate.event === event);
  return telling?.notices(payload, { actorId: null });
}
const organisation = (organisationId: string) => ({ to: 'organisation', organisationId });

describe('an order class', () => {
  it('is brought before the enterprise once an act', () => {
    expect(noticesOf(agreements.orderClassProposed, { ...SIDES, studentCount: 3 })).toEqual([
      {
        kind: 'ORDER_CLASS_PROPOSED',
        audience: organisation(id(7)),
        params: { agreementId: id(5), ...PARTIES },
      },
    ]);
  });

  it.each([
    [agreements.orderClassListed, 'ORDER_CLASS_LISTED'],
    [agreements.orderClassConfirmed, 'ORDER_CLASS_CONFIRMED'],
    [agreements.orderClassRefused, 'ORDER_CLASS_REFUSED'],
  ] as const)('tells the student of %o', (event, kind) => {
    expect(noticesOf(event, LISTED)).toEqual([
      {
        kind,
        audience: { to: 'account', accountId: id(4) },
        params: { affiliationId: id(8), ...PARTIES },
      },
    ]);
  });

  it('tells both sides who left', () => {
    const params = { agreementId: id(5), ...PARTIES };
    expect(noticesOf(agreements.orderClassLeft, LISTED)).toEqual([
      { kind: 'ORDER_CLASS_LEFT', audience: organisation(id(6)), params },
      { kind: 'ORDER_CLASS_LEFT', audience: organisation(id(7)), params },
    ]);
  });
});
